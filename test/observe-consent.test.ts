import { expect, test } from 'vitest'
import { LANGUAGES } from '../src/messages/index.ts'
import { observeSite } from '../src/observe/index.ts'
import { askingAt } from './support/consent-declaration.ts'
import { consentSite } from './support/consent-site.ts'
import { policyOf } from './support/policy-of.ts'

test.each(LANGUAGES)('the notice of Candor itself is answered, and its answer taken back, in %s', async language => {
  const site = await consentSite(url => policyOf(askingAt(url)))
  site.page.language = language
  try {
    const seen = await observeSite({
      url: new URL('/', site.url).href,
      states: ['refused', 'withdrawn'],
      pages: 1,
      delay: 0,
      looking: { env: process.env, allowPrivate: true, ownPagesOnly: true },
    })
    expect(seen.states).toMatchObject({ refused: 'seen', withdrawn: 'seen' })
    const effects = seen.observations.flatMap(one => (one.kind === 'choice' ? [`${one.act} ${one.effect}`] : []))
    expect(effects).toEqual(['refuse proven', 'accept proven', 'withdraw proven'])
  } finally {
    await site.close()
  }
})
