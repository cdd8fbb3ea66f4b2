import fc from 'fast-check'

/** Pieces that `Set-Cookie` lines are made of, and pieces that should not be there. */
const NAMES = ['a', 'sid', '__Host-a', '__Secure-a', 'a b', 'a,b', '"a"', 'word', '']
const VALUES = ['1', '', 'x y', 'a=b', '"q"', ' ', '__Host-z', '%41', '\xc3\xa9', '=']
const ATTRIBUTES = [
  'Secure',
  'HttpOnly',
  'Path',
  'Domain',
  'Max-Age',
  'Expires',
  'SameSite',
  'Partitioned',
  'Priority',
  'secure',
  'PATH',
  'max-age',
  'x',
  '',
]
const ATTRIBUTE_VALUES = [
  '',
  '/',
  '/dir',
  `/${'long'.repeat(300)}`,
  'x',
  'first.example',
  '.First.example',
  '..example',
  '86400',
  '+5',
  '-1',
  '0',
  '1d',
  '"600"',
  '99999999999999999999',
  'Thu, 01 Jan 2027 00:00:00 GMT',
  'Thu, 01-Jan-27 00:00:00 GMT',
  'Fri, 31 Feb 2027 00:00:00 GMT',
  '01 Jan 2027',
  'Jan 1 2027 10:00:00',
  '2027-01-01T00:00:00Z',
  'never',
  'Lax',
  'strict',
  'None',
  'sometimes',
  'High',
]
const BLANKS = ['', '', '', ' ', '  ', '\t']
const NOISE = ['', '', '', '', '', '', '\t', '\x01', '\x7f', '\x00', '\n', '\xa0', '\x80', ',']

const piece = (...kinds: readonly (readonly string[])[]) =>
  fc.tuple(...kinds.map(kind => fc.constantFrom(...kind))).map(parts => parts.join(''))

const pair = piece(BLANKS, NAMES, NOISE, BLANKS, ['=', '=', '=', ''], BLANKS, VALUES, NOISE, BLANKS)
const attribute = piece(BLANKS, ATTRIBUTES, NOISE, BLANKS, ['=', '=', '=', ''], BLANKS, ATTRIBUTE_VALUES, NOISE, BLANKS)

/** Lines as they come, and as they should not. */
export const cookieLines: fc.Arbitrary<string> = fc
  .tuple(pair, fc.array(attribute, { maxLength: 5 }))
  .map(([first, others]) => [first, ...others].join(';'))

/** Lines as most servers send them. */
export const tidyLines: fc.Arbitrary<string> = fc
  .tuple(
    piece(['a', 'sid', '__Host-a'], ['=1', '=x y', '=', '="q"']),
    fc.array(
      fc.constantFrom(
        'Secure',
        'httponly',
        'Partitioned',
        'Path=/dir',
        'path = x',
        'Domain=.First.example',
        'Max-Age=86400',
        'Max-Age=-1',
        'Max-Age=',
        'Max-Age=0x1',
        'Max-Age=123456789',
        'Max-Age=4294967296',
        'max-age',
        'Expires=',
        'Expires=Fri, 01 Jan 2027 00:00:60 GMT',
        'Expires=Feb, 01 Jan 2027 00:00:00 GMT',
        'Domain=',
        'domain',
        'Path',
        'SameSite=',
        'samesite',
        'Secure=false',
        'x,y=1',
        ' ',
        '',
        'Expires=Thu, 01 Jan 2027 00:00:00 GMT',
        'expires=Fri, 31-Feb-2027 00:00:00 GMT',
        'SameSite=none',
        'SameSite=Lax',
        'SameSite=sometimes',
        'Priority=Low',
        'x=y',
      ),
      { maxLength: 4 },
    ),
  )
  .map(([first, others]) => [first, ...others].join('; '))

/** Any octets at all. */
export const anyOctets: fc.Arbitrary<string> = fc
  .array(fc.integer({ min: 0, max: 255 }), { maxLength: 200 })
  .map(octets => String.fromCharCode(...octets))
