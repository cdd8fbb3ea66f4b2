import { type SiteObservation, STATES } from '../../src/model/index.ts'
import { cookieSeen, fieldSeen, requestSeen, SITE, siteSeen, storageSeen } from './observations.ts'

/** A picture of one white point. */
const POINT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='

/** A site that does much in every state; `name` stands wherever a site may write what it likes. */
export const seenShop = (name: string): SiteObservation =>
  siteSeen(
    STATES.flatMap(state => [
      cookieSeen({ state, name: 'basket', at: 40 }),
      cookieSeen({ state, name: '_ga', lifetime: 400, via: 'script', source: `${SITE}a.js`, line: 12, at: 640 }),
      cookieSeen({ state, name, at: 300, source: name, host: 'ads.example', party: 'third', sameSite: null }),
      cookieSeen({ state, name: 'session', httpOnly: false, sameSite: null, lifetime: 'session', at: null }),
      storageSeen({ state, key: name, at: 700, source: { url: name, line: 3, column: 1 } }),
      storageSeen({ state, key: 'theme', at: 61_000 }),
      requestSeen({ state, host: 'www.google-analytics.com', identifiers: ['parameter cid', name] }),
      requestSeen({ state, host: 'fonts.example', url: name }),
      fieldSeen({ state, name, label: name, categories: ['demographic', 'financial'] }),
      {
        kind: 'gap',
        state,
        engine: 'chromium',
        page: SITE,
        what: 'worker',
        why: 'engine-cannot',
        detail: name,
        more: null,
      },
    ]),
    {
      shots: [
        ...STATES.slice(0, 5).map(state => ({ state, page: SITE, png: POINT })),
        { state: 'robot', page: name, png: name },
      ],
    },
  )
