import { newId } from '../visit.ts'
import { type Breach, EVERY, script } from './breach.ts'

const YEAR = 31_536_000
const SAFE = 'Path=/; Secure; SameSite=Lax'

export const COOKIES: readonly Breach[] = [
  {
    id: 'an undeclared cookie in a header',
    found: [{ code: 'cookie-undeclared', subject: 'cookie _trk', states: EVERY }],
    cookies: ({ cookies }) => (cookies.has('_trk') ? [] : [`_trk=${newId()}; Max-Age=${YEAR}; HttpOnly; ${SAFE}`]),
  },
  {
    id: 'an undeclared cookie by script',
    found: [{ code: 'cookie-undeclared', subject: 'cookie _fp', states: EVERY }],
    tail: () => script(`document.cookie = '_fp=${newId()}; Max-Age=${YEAR}; ${SAFE}'`),
  },
  {
    id: 'an undeclared cookie of another site',
    found: [{ code: 'cookie-undeclared', subject: 'cookie aid', states: EVERY }],
    partner: host =>
      host === 'ads' ? [`aid=${newId()}; Path=/; Max-Age=${YEAR}; Secure; HttpOnly; SameSite=None`] : [],
  },
  {
    id: 'a cookie before consent',
    found: [{ code: 'cookie-before-consent', subject: 'cookie _visit', states: ['before', 'gpc'] }],
    tail: ({ said }) =>
      said === null ? script(`document.cookie = '_visit=${newId()}; Max-Age=2592000; ${SAFE}'`) : '',
  },
  {
    id: 'a cookie after refusal',
    found: [
      { code: 'cookie-after-refusal', subject: 'cookie _ad', states: ['refused'] },
      { code: 'cookie-survives-withdrawal', subject: 'cookie _ad', states: ['withdrawn'] },
    ],
    tail: ({ said }) =>
      said?.length === 0 ? script(`document.cookie = '_ad=${newId()}; Max-Age=2592000; ${SAFE}'`) : '',
  },
  {
    id: 'a cookie for all hosts that is removed from one',
    found: [{ code: 'cookie-survives-withdrawal', subject: 'cookie _seen', states: ['withdrawn'] }],
    rewrite: line => [line.startsWith('_seen=;') ? line.replace(/; Domain=[^;]*/, '') : line],
  },
  {
    id: 'a cookie that stays for a year, and not a month',
    found: [{ code: 'cookie-outlives-declaration', subject: 'cookie language', states: EVERY }],
    rewrite: line => [line.startsWith('language=') ? line.replace(/Max-Age=\d+/, `Max-Age=${YEAR}`) : line],
  },
  {
    id: 'a basket that another site keeps',
    found: [{ code: 'cookie-party-differs', subject: 'cookie basket', states: EVERY }],
    rewrite: line => (line.startsWith('basket=') ? [] : [line]),
    partner: host => (host === 'partner' ? ['basket=; Path=/; Secure; HttpOnly; SameSite=None'] : []),
  },
  {
    id: 'a session cookie that scripts can read and networks can see',
    found: [{ code: 'cookie-weak', subject: 'cookie session', states: EVERY }],
    rewrite: line => [line.startsWith('session=') ? line.replace('; Secure; HttpOnly; SameSite=Lax', '') : line],
  },
  {
    id: 'a signal that nobody hears',
    found: [
      { code: 'gpc-ignored', subject: 'cookie _ref', states: ['gpc'] },
      { code: 'gpc-ignored', subject: 'recipient partner.example', states: ['gpc'] },
    ],
    deaf: true,
  },
]
