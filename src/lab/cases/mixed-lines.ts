/** Numbers that look like chance and are always the same (mulberry32). */
function createChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const NAMES = [
  '$',
  '$',
  '$',
  ' $',
  '$ ',
  '__Secure-$',
  '__Host-$',
  '__host-$',
  '__HTTP-$',
  '__Host-Http-$',
  '"$"',
  'a $',
]
const VALUES = ['1', '', '"1"', 'a=b', '=', 'a b', ' a ', 'a,b', '"a', "'a'", '%3B', '\u00e9', 'a\tb']

const DATE_WORDS = [
  'Thu,',
  'Fri',
  '01',
  '1',
  '28',
  '31',
  'Jan',
  'feb',
  'December',
  '2027',
  '27',
  '99',
  '1969',
  '10:00:00',
  '10:00',
]
const ZONES = ['GMT', 'UTC', 'Z', '+0100', 'EST', 'GMT+2', '']

const ATTRIBUTES: readonly string[] = [
  ...['Lax', 'Strict', 'None', 'lax', 'NONE', 'Whatever', '', '"None"', 'None '].map(value => `SameSite=${value}`),
  ...['Secure', 'secure', ' Secure ', 'Secure=', 'Secure=0', 'SecureX'],
  ...['HttpOnly', 'httponly=no', 'Http-Only'],
  ...['Partitioned', 'partitioned=', 'Partitioned=1'],
  ...['/', '/in', '/in/', '/other', '/in/page', 'in', '', ' / ', '"/"', '/a=b', '/IN'].map(value => `Path=${value}`),
  ...['@', '.@', '..@', '', 'elsewhere.com', 'sub.@', '@.', '"@"', ' @ ', 'com', '.'].map(value => `Domain=${value}`),
  ...['86400', '+86400', '0', '-1', 'x', '"9"', ' 60000 ', '1e9', '0x99999', '99999 9', '999999999999', '-0', '00'].map(
    value => `Max-Age=${value}`,
  ),
  ...['', ' ', '=', '=x', 'x=', 'expires', 'max-age', 'path', 'domain', 'samesite', 'Colour=Red', 'a,b', 'a,b=c'],
]

/**
 * Lines that nobody would write, of everything that has a meaning in some place: unusual writings of names, values and
 * attributes in any number and order. What was not thought of is here.
 */
export function mixedLines(seed: number, count: number): string[] {
  const chance = createChance(seed)
  const pick = (from: readonly string[]): string => from[Math.floor(chance() * from.length)] ?? ''
  const several = (most: number, make: () => string) => Array.from({ length: Math.floor(chance() * most) }, make)
  const date = () => `Expires=${[...several(8, () => pick(DATE_WORDS)), pick(ZONES)].join(pick([' ', ' ', '-', ', ']))}`
  const attribute = () => (chance() < 0.25 ? date() : pick(ATTRIBUTES))
  const separator = () => pick(['; ', '; ', ';', ' ; ', ';;', '; ; '])
  return Array.from({ length: count }, () =>
    several(6, attribute).reduce((line, next) => `${line}${separator()}${next}`, `${pick(NAMES)}=${pick(VALUES)}`),
  )
}
