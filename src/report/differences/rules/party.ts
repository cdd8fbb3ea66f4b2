import { type DifferenceRule, difference, strange } from '../difference.ts'
import { subject } from '../subject.ts'

/** By whom a cookie is kept: the site in the address bar, or another. */
export const partyDiffers: DifferenceRule = context =>
  context.cookies.flatMap(({ name, shape, host, sightings, declared, misplaced }) => {
    const entry = declared ?? misplaced
    if (entry === null) return []
    const evidence = sightings.filter(({ party }) => party !== entry.cookie.party)
    if (evidence.length === 0) return []
    return [
      difference({
        code: 'cookie-party-differs',
        data: { name, host, declared: entry.cookie.party },
        subject: subject.cookie(name),
        identity: subject.cookie(shape),
        host: strange(context, host),
        paths: [
          ['cookies', entry.at, 'party'],
          ['cookies', entry.at],
        ],
        evidence,
      }),
    ]
  })
