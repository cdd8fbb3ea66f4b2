import { originOf } from '../hosts.ts'
import { type Breach, EVERY, script, VISITORS } from './breach.ts'

const pixel = (src: string): string => `<img src="${src}" alt="" width="1" height="1">`

export const RECIPIENTS: readonly Breach[] = [
  {
    id: 'a pixel that takes an id along to somebody undeclared, while no robot looks',
    found: [
      { code: 'recipient-undeclared', subject: 'recipient tracker.example', states: VISITORS },
      { code: 'robots-differ', subject: 'recipient tracker.example', states: ['before', 'robot'] },
    ],
    tail: ({ robot, url }) => (robot ? '' : pixel(`${originOf('tracker', url)}/p.svg?uid=a4f9c2e17b60`)),
  },
  {
    id: 'letters from somebody undeclared',
    found: [{ code: 'recipient-undeclared', subject: 'recipient fonts.example', states: EVERY }],
    tail: ({ url }) => `<link rel="stylesheet" href="${originOf('fonts', url)}/letters.css">`,
  },
  {
    id: 'advertising before consent',
    found: [
      { code: 'recipient-before-consent', subject: 'recipient ads.example', states: ['before'] },
      { code: 'gpc-ignored', subject: 'recipient ads.example', states: ['gpc'] },
    ],
    tail: ({ said, url }) => (said === null ? pixel(`${originOf('ads', url)}/seen.svg`) : ''),
  },
  {
    id: 'a beacon after refusal',
    found: [
      { code: 'recipient-after-refusal', subject: 'recipient stats.example', states: ['refused'] },
      { code: 'recipient-after-withdrawal', subject: 'recipient stats.example', states: ['withdrawn'] },
    ],
    tail: ({ said, url }) =>
      said?.length === 0 ? script(`navigator.sendBeacon('${originOf('stats', url)}/collect?left=1')`) : '',
  },
]
