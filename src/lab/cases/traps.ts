import { mixedLines } from './mixed-lines.ts'
import type { QuestionId } from './questions.ts'
import type { SettingId } from './situations.ts'

type Line = string | ((now: Date) => string)

/** Cookies with a point, set in one way on a site of their own. `$` is the cookie's name, `@` the site's host. */
export interface Family {
  readonly setting: SettingId
  readonly questions: readonly QuestionId[]
  /** Whether each cookie has a site of its own, for it would spoil what becomes of the others. */
  readonly apart?: boolean
  /** Whether it belongs to the whole lab only, not to its core. */
  readonly extra?: boolean
  /** A host that matters; else one of the lab's own. */
  readonly own?: string
  readonly lines: Readonly<Record<string, Line>>
}

const DAY = 86_400_000
const at = (now: Date, days: number) => new Date(+now + days * DAY).toUTCString()
/** `Sun, 22 Nov 2026 12:00:00 GMT` in pieces. */
const pieces = (now: Date, days: number) => {
  const [, day = '', month = '', year = '', time = ''] = at(now, days).replace(',', '').split(' ')
  return { week: at(now, days).slice(0, 3), day, month, year, time }
}
const dated = (write: (date: ReturnType<typeof pieces>) => string) => (now: Date) =>
  `$=1; Expires=${write(pieces(now, 30))}`

const long = (length: number) => 'x'.repeat(length)

const AGES = {
  day: '$=1; Max-Age=86400',
  'days-400': '$=1; Max-Age=34560000',
  'days-401': '$=1; Max-Age=34646400',
  'days-500': '$=1; Max-Age=43200000',
  'years-10': '$=1; Max-Age=315360000',
  zero: '$=1; Max-Age=0',
  negative: '$=1; Max-Age=-1',
  'negative-huge': '$=1; Max-Age=-99999999999999999999',
  plus: '$=1; Max-Age=+86400',
  quoted: '$=1; Max-Age="86400"',
  letters: '$=1; Max-Age=1d',
  'letters-after': '$=1; Max-Age=86400s',
  fraction: '$=1; Max-Age=86400.5',
  'leading-zeros': '$=1; Max-Age=00086400',
  huge: '$=1; Max-Age=99999999999999999999',
  'past-31-bits': '$=1; Max-Age=2147483648',
  'all-32-bits': '$=1; Max-Age=4294967295',
  'past-32-bits': '$=1; Max-Age=4294967296',
  'huge-and-letters': '$=1; Max-Age=99999999999999999999x',
  'minus-word': '$=1; Max-Age=-never',
  empty: '$=1; Max-Age=',
  bare: '$=1; Max-Age',
  dash: '$=1; Max-Age=-',
  spaced: '$=1; Max-Age = 86400 ',
  upper: '$=1; MAX-AGE=86400',
  twice: '$=1; Max-Age=86400; Max-Age=172800',
  'twice-second-wrong': '$=1; Max-Age=86400; Max-Age=soon',
  'then-past-expires': '$=1; Max-Age=86400; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  'after-past-expires': '$=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=86400',
  'zero-then-expires': now => `$=1; Max-Age=0; Expires=${at(now, 30)}`,
  'wrong-then-expires': now => `$=1; Max-Age=soon; Expires=${at(now, 30)}`,
} satisfies Family['lines']

const DATES = {
  'days-30': now => `$=1; Expires=${at(now, 30)}`,
  'days-500': now => `$=1; Expires=${at(now, 500)}`,
  'years-10': now => `$=1; Expires=${at(now, 3650)}`,
  past: now => `$=1; Expires=${at(now, -1)}`,
  'year-1601': '$=1; Expires=Mon, 01 Jan 1601 00:00:00 GMT',
  'year-1600': '$=1; Expires=Sat, 01 Jan 1600 00:00:00 GMT',
  'year-9999': '$=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT',
  'year-10000': '$=1; Expires=Sat, 01 Jan 10000 00:00:00 GMT',
  dashes: dated(({ week, day, month, year, time }) => `${week}, ${day}-${month}-${year} ${time} GMT`),
  'two-digits': dated(({ week, day, month, year, time }) => `${week}, ${day}-${month}-${year.slice(2)} ${time} GMT`),
  'two-digits-70': '$=1; Expires=Thu, 01-Jan-70 00:00:01 GMT',
  'two-digits-69': '$=1; Expires=Tue, 01-Jan-69 00:00:01 GMT',
  asctime: dated(({ week, day, month, year, time }) => `${week} ${month} ${day} ${time} ${year}`),
  'no-weekday': dated(({ day, month, year, time }) => `${day} ${month} ${year} ${time} GMT`),
  'wrong-weekday': dated(
    ({ week, day, month, year, time }) => `${week === 'Mon' ? 'Tue' : 'Mon'}, ${day} ${month} ${year} ${time} GMT`,
  ),
  'no-zone': dated(({ week, day, month, year, time }) => `${week}, ${day} ${month} ${year} ${time}`),
  offset: dated(({ week, day, month, year, time }) => `${week}, ${day} ${month} ${year} ${time} +0100`),
  'other-zone': dated(({ week, day, month, year, time }) => `${week}, ${day} ${month} ${year} ${time} PST`),
  iso: now => `$=1; Expires=${new Date(+now + 30 * DAY).toISOString()}`,
  'month-in-full': dated(({ week, day, year, time }) => `${week}, ${day} December ${year} ${time} GMT`),
  'lower-case': dated(({ week, day, month, year, time }) =>
    `${week}, ${day} ${month} ${year} ${time} gmt`.toLowerCase(),
  ),
  'no-seconds': dated(({ week, day, month, year, time }) => `${week}, ${day} ${month} ${year} ${time.slice(0, 5)} GMT`),
  'no-time': dated(({ week, day, month, year }) => `${week}, ${day} ${month} ${year}`),
  'hour-25': dated(({ week, day, month, year }) => `${week}, ${day} ${month} ${year} 25:00:00 GMT`),
  'day-32': dated(({ week, month, year, time }) => `${week}, 32 ${month} ${year} ${time} GMT`),
  'february-30': '$=1; Expires=Tue, 30 Feb 2027 00:00:00 GMT',
  quoted: dated(({ week, day, month, year, time }) => `"${week}, ${day} ${month} ${year} ${time} GMT"`),
  'no-comma': dated(({ week, day, month, year, time }) => `${week} ${day} ${month} ${year} ${time} GMT`),
  numbers: '$=1; Expires=01/02/2027 10:00:00',
  afternoon: '$=1; Expires=Jan 1 2027 12:00 PM',
  ordinal: '$=1; Expires=12th Jan 2027 10:00:00',
  'year-1500': '$=1; Expires=1 Jan 1500 10:00:00',
  'three-digit-seconds': '$=1; Expires=1 Jan 2027 10:00:000',
  'eastern-zone': '$=1; Expires=1 Jan 2027 10:00:00 EST',
  'two-digit-year-first': '$=1; Expires=27 Jan 1 10:00:00',
  'time-first': '$=1; Expires=10:00:00 1 Jan 2027',
  'only-day': '$=1; Expires=01 Jan 2027',
  words: '$=1; Expires=never',
  zero: '$=1; Expires=0',
  'minus-one': '$=1; Expires=-1',
  empty: '$=1; Expires=',
  twice: now => `$=1; Expires=${at(now, 30)}; Expires=${at(now, 60)}`,
  'second-wrong': now => `$=1; Expires=${at(now, 30)}; Expires=never`,
} satisfies Family['lines']

const SAME_SITE = {
  'any-case': '$=1; sAmEsItE=lAx',
  spaced: '$=1; SameSite = Lax ',
  quoted: '$=1; SameSite="Lax"',
  bare: '$=1; SameSite',
  empty: '$=1; SameSite=',
  unknown: '$=1; SameSite=Whatever',
  'none-then-lax': '$=1; Secure; SameSite=None; SameSite=Lax',
  'lax-then-none': '$=1; Secure; SameSite=Lax; SameSite=None',
  'strict-then-unknown': '$=1; SameSite=Strict; SameSite=Whatever',
  'strict-then-bare': '$=1; SameSite=Strict; SameSite',
  'none-without-secure': '$=1; SameSite=None',
  'none-any-case': '$=1; SameSite=nOnE; Secure',
  'secure-with-value': '$=1; SameSite=None; Secure=no',
  'secure-any-case': '$=1; SameSite=None; sEcUrE',
} satisfies Family['lines']

const PREFIXES = {
  secure: '__Secure-$=1; Secure',
  'secure-not-secure': '__Secure-$=1',
  'secure-lower-case': '__secure-$=1',
  host: '__Host-$=1; Secure; Path=/',
  'host-no-path': '__Host-$=1; Secure',
  'host-relative-path': '__Host-$=1; Secure; Path=in',
  'host-other-path': '__Host-$=1; Secure; Path=/in',
  'host-not-secure': '__Host-$=1; Path=/',
  'host-domain': '__Host-$=1; Secure; Path=/; Domain=@',
  'host-empty-domain': '__Host-$=1; Secure; Path=/; Domain=',
  'host-lower-case': '__host-$=1; Path=/',
  'host-upper-case': '__HOST-$=1; Path=/',
  'host-partitioned': '__Host-$=1; Secure; Path=/; SameSite=None; Partitioned',
  http: '__Http-$=1; Secure; HttpOnly',
  'http-not-httponly': '__Http-$=1; Secure',
  'http-not-secure': '__Http-$=1; HttpOnly',
  'http-lower-case': '__http-$=1; Secure',
  'host-http': '__Host-Http-$=1; Secure; HttpOnly; Path=/',
  'host-http-not-httponly': '__Host-Http-$=1; Secure; Path=/',
  'host-http-domain': '__Host-Http-$=1; Secure; HttpOnly; Path=/; Domain=@',
  'leading-space': ' __Secure-$=1',
  'leading-tab': '\t__Secure-$=1',
  'one-underscore': '_Secure-$=1',
} satisfies Family['lines']

const DOMAINS = {
  own: '$=1; Domain=@',
  dotted: '$=1; Domain=.@',
  'two-dots': '$=1; Domain=..@',
  'upper-case': '$=1; DOMAIN=DOMAINS-LAB.COM',
  subdomain: '$=1; Domain=sub.@',
  foreign: '$=1; Domain=elsewhere.com',
  'end-of-name': '$=1; Domain=lab.com',
  'top-level': '$=1; Domain=com',
  'dotted-top-level': '$=1; Domain=.com',
  'trailing-dot': '$=1; Domain=@.',
  port: '$=1; Domain=@:443',
  url: '$=1; Domain=https://@',
  empty: '$=1; Domain=',
  dot: '$=1; Domain=.',
  bare: '$=1; Domain',
  spaced: '$=1; Domain = @ ',
  quoted: '$=1; Domain="@"',
  'foreign-then-own': '$=1; Domain=elsewhere.com; Domain=@',
  'own-then-foreign': '$=1; Domain=@; Domain=elsewhere.com',
  'own-then-empty': '$=1; Domain=@; Domain=',
} satisfies Family['lines']

const PATHS = {
  none: '$=1',
  root: '$=1; Path=/',
  other: '$=1; Path=/other',
  deeper: '$=1; Path=/in/deeper',
  slash: '$=1; Path=/in/',
  'half-a-word': '$=1; Path=/in/pa',
  'upper-case': '$=1; Path=/IN',
  relative: '$=1; Path=in',
  quoted: '$=1; Path="/"',
  empty: '$=1; Path=',
  bare: '$=1; Path',
  dots: '$=1; Path=/in/../other',
  escaped: '$=1; Path=/%69n',
  query: '$=1; Path=/in?x',
  tab: '$=1; Path=/\tin',
  'two-then-one': '$=1; Path=/other; Path=/in',
  'one-then-empty': '$=1; Path=/other; Path=',
  'octets-1023': `$=1; Path=/${long(1022)}`,
  'octets-1024': `$=1; Path=/${long(1023)}`,
  'octets-1025': `$=1; Path=/${long(1024)}`,
} satisfies Family['lines']

const NAMES = {
  'no-value': '$=',
  'two-equals': '$==1',
  'equals-in-value': '$=a=b',
  'space-in-name': 'a $=1',
  'space-before-equals': '$ =1',
  'space-after-equals': '$= 1',
  'leading-space': '  $=1',
  'leading-semicolon': ';$=1',
  'quoted-name': '"$"=1',
  'quoted-value': '$="a b"',
  'half-quoted-value': '$="a',
  'semicolon-in-quotes': '$="a;b"',
  'comma-in-value': '$=a,b',
  'comma-and-cookie': '$=a, other=b',
  'comma-in-name': 'a,$=1',
  'colon-in-name': 'a:$=1',
  'brackets-in-name': 'a[]{}()$=1',
  'slash-in-name': 'a/$=1',
  backslash: '$=a\\b',
  'trailing-semicolons': '$=1;;; ;',
  'attribute-without-space': '$=1;Secure;SameSite=None',
  'unknown-attributes': '$=1; Colour=Blue; Version=1; Priority=Low',
  'attribute-as-name': 'Secure=$',
  'named-path': 'path=$; Path=/',
} satisfies Family['lines']

/** They have one name, none: each would replace the one before. */
const NAMELESS = {
  'no-equals': '$',
  'no-name': '=$',
  'no-name-equals-inside': '=$=1',
  'no-equals-secure': '$; Secure',
  'host-prefix': '=__Host-$=1; Secure; Path=/',
  'secure-prefix': '=__Secure-$=1',
  'secure-prefix-kept': '=__Secure-$=1; Secure',
  'http-prefix': '=__Http-$=1; Secure',
  'host-prefix-lower': '=__host-$=1',
  'prefix-no-equals': '__Secure-$',
  'octets-4096': `=${long(4096 - 'nameless.octets-4096'.length)}$`,
  'octets-4097': `=${long(4097 - 'nameless.octets-4097'.length)}$`,
} satisfies Family['lines']

const NAMELESS_SCRIPTS = {
  'no-equals': NAMELESS['no-equals'],
  'no-name': NAMELESS['no-name'],
  'host-prefix': NAMELESS['host-prefix'],
  'http-prefix': NAMELESS['http-prefix'],
} satisfies Family['lines']

/** Engines may refuse the whole response. */
const BREAKS = {
  'nul-in-value': '$=a\0b',
  'nul-in-attribute': '$=1; Colour=a\0b',
} satisfies Family['lines']

/** Read up to what is not allowed they may all have one name. */
const BROKEN_NAMES = {
  'tab-in-name': '$\tb=1',
  'control-in-name': '$\x01b=1',
  'utf8-in-name': '\u00d0\u00b6$=1',
} satisfies Family['lines']

const BYTES = {
  'tab-in-value': '$=a\tb',
  'tab-at-end': '$=a\t',
  'tab-in-attribute': '$=1; Colour=a\tb',
  'control-in-value': '$=a\x01b',
  'control-in-attribute': '$=1; Colour=a\x01b',
  'escape-in-value': '$=a\x1bb',
  'unit-separator': '$=a\x1fb',
  'delete-in-value': '$=a\x7fb',
  'utf8-in-value': '$=\u00d0\u00b6',
  'latin1-in-value': '$=caf\u00e9',
  'octet-ff': '$=a\u00ffb',
  'c1-control': '$=a\u0080b',
  'no-break-space': '$=a\u00a0b',
  'utf8-in-domain': '$=1; Domain=\u00d0\u00b6.com',
  'utf8-in-path': '$=1; Path=/\u00d0\u00b6',
} satisfies Family['lines']

const SIZES = {
  'pair-4096': `$=${long(4096 - 'sizes.pair-4096'.length)}`,
  'pair-4097': `$=${long(4097 - 'sizes.pair-4097'.length)}`,
  'pair-5000': `$=${long(5000)}`,
  'line-5000': `$=1; Colour=${long(5000)}`,
  'attribute-1025': `$=1; Secure; SameSite=None; Path=/in; Colour=${long(1025)}`,
  'domain-1025': `$=1; Domain=${long(1025)}`,
  'samesite-1025': `$=1; SameSite=Strict; SameSite=${long(1025)}`,
  'age-1025': `$=1; Max-Age=${'0'.repeat(1020)}86400`,
} satisfies Family['lines']

const NAME_SIZES = {
  'name-4096': `${long(4096 - 'name-sizes.name-4096'.length)}$=`,
  'name-4097': `${long(4097 - 'name-sizes.name-4097'.length)}$=`,
} satisfies Family['lines']

const SCRIPTS = {
  plain: '$=1',
  httponly: '$=1; HttpOnly',
  'days-500': '$=1; Max-Age=43200000',
  'years-10': '$=1; Max-Age=315360000',
  'expires-30': now => `$=1; Expires=${at(now, 30)}`,
  letters: '$=\u0436',
  'nul-in-value': '$=a\0b',
  'newline-in-value': '$=a\nb',
  'return-in-value': '$=a\rb',
  'control-in-value': '$=a\x01b',
  'tab-in-value': '$=a\tb',
  'pair-4096': `$=${long(4096 - 'scripts.pair-4096'.length)}`,
  'pair-4097': `$=${long(4097 - 'scripts.pair-4097'.length)}`,
  'http-prefix': '__Http-$=1; Secure; HttpOnly',
  'http-prefix-readable': '__Http-$=1; Secure',
  'host-http-prefix': '__Host-Http-$=1; Secure; Path=/',
  'host-prefix': '__Host-$=1; Secure; Path=/',
  'foreign-domain': '$=1; Domain=elsewhere.com',
} satisfies Family['lines']

const INSECURE = {
  bare: '$=1',
  secure: '$=1; Secure',
  'none-secure': '$=1; SameSite=None; Secure',
  none: '$=1; SameSite=None',
  lax: '$=1; SameSite=Lax',
  'secure-prefix': '__Secure-$=1; Secure',
  'secure-prefix-bare': '__Secure-$=1',
  'host-prefix': '__Host-$=1; Secure; Path=/',
  partitioned: '$=1; Secure; SameSite=None; Partitioned',
  'partitioned-bare': '$=1; Partitioned',
} satisfies Family['lines']

const PARTITIONS = {
  bare: '$=1; Partitioned',
  'with-value': '$=1; Secure; SameSite=None; Partitioned=no',
  'any-case': '$=1; Secure; SameSite=None; pArTiTiOnEd',
  'host-prefix': '__Host-$=1; Secure; Path=/; SameSite=None; Partitioned',
  lax: '$=1; Secure; SameSite=Lax; Partitioned',
  strict: '$=1; Secure; SameSite=Strict; Partitioned',
  unset: '$=1; Secure; Partitioned',
  'none-bare': '$=1; SameSite=None; Partitioned',
  domain: '$=1; Secure; SameSite=None; Partitioned; Domain=@',
  httponly: '$=1; Secure; SameSite=None; Partitioned; HttpOnly',
  'days-500': '$=1; Secure; SameSite=None; Partitioned; Max-Age=43200000',
} satisfies Family['lines']

const SUFFIXES = {
  none: '$=1',
  own: '$=1; Domain=@',
  dotted: '$=1; Domain=.@',
  'github-io': '$=1; Domain=github.io',
  'co-uk': '$=1; Domain=co.uk',
  uk: '$=1; Domain=uk',
  io: '$=1; Domain=io',
} satisfies Family['lines']

const LATER = ['typed', 'own-link', 'link', 'post', 'post-late', 'framed', 'own-frame', 'elsewhere'] as const
const HTTP_ONLY = ['http-typed', 'framed-http'] as const

/** Lines of chance: whole sites of them, by header and by script. */
const mixed = (setting: SettingId, name: string, seeds: readonly number[]): [string, Family][] =>
  seeds.map(seed => {
    const lines = mixedLines(seed, 100).map((line, at): [string, Line] => [String(at + 1).padStart(3, '0'), line])
    const questions = ['typed', 'root', 'subdomain-image'] as const
    return [`${name}-${seed}`, { setting, questions, lines: Object.fromEntries(lines), extra: true }]
  })

/** Every known trap, family by family; a case's id is `family.name`. */
export const FAMILIES: Readonly<Record<string, Family>> = {
  ages: { setting: 'nothing', questions: ['typed'], lines: AGES },
  dates: { setting: 'nothing', questions: ['typed'], lines: DATES },
  samesite: { setting: 'nothing', questions: LATER, lines: SAME_SITE },
  prefixes: { setting: 'root', questions: ['typed', 'root', 'framed'], lines: PREFIXES },
  'prefixes-script': { setting: 'root-script', questions: ['typed', 'root'], lines: PREFIXES },
  'prefixes-deep': { setting: 'nothing', questions: ['typed', 'root'], lines: PREFIXES },
  domains: { setting: 'nothing', questions: ['typed', 'subdomain-image'], lines: DOMAINS },
  paths: { setting: 'nothing', questions: ['typed', 'root', 'other', 'inner', 'beside'], lines: PATHS },
  names: { setting: 'nothing', questions: ['typed'], lines: NAMES },
  nameless: { setting: 'root', questions: ['root'], lines: NAMELESS, apart: true },
  'nameless-script': { setting: 'root-script', questions: ['root'], lines: NAMELESS_SCRIPTS, apart: true },
  breaks: { setting: 'nothing', questions: ['typed'], lines: BREAKS, apart: true },
  'broken-names': { setting: 'nothing', questions: ['typed'], lines: BROKEN_NAMES, apart: true },
  bytes: { setting: 'nothing', questions: ['typed', 'root'], lines: BYTES },
  sizes: { setting: 'nothing', questions: ['typed', 'link', 'framed'], lines: SIZES },
  'name-sizes': { setting: 'nothing', questions: ['typed'], lines: NAME_SIZES },
  scripts: { setting: 'page-script', questions: ['typed', 'framed'], lines: SCRIPTS },
  insecure: { setting: 'http-nothing', questions: ['typed', 'http-typed', 'framed', 'https-in-http'], lines: INSECURE },
  partitions: { setting: 'third-frame', questions: ['typed', 'framed', 'elsewhere', 'own-frame'], lines: PARTITIONS },
  'partitions-page': { setting: 'nothing', questions: ['typed', 'framed', 'link', 'own-frame'], lines: PARTITIONS },
  localhost: { setting: 'http-nothing', own: 'localhost', questions: HTTP_ONLY, lines: INSECURE },
  'app-localhost': { setting: 'http-nothing', own: 'app.localhost', questions: HTTP_ONLY, lines: INSECURE },
  loopback: { setting: 'http-nothing', own: '127.0.0.1', questions: HTTP_ONLY, lines: INSECURE },
  'address-domain': { setting: 'nothing', own: '127.0.0.2', questions: ['typed'], lines: SUFFIXES },
  'suffix-itself': { setting: 'nothing', own: 'github.io', questions: ['typed', 'subdomain-image'], lines: SUFFIXES },
  'below-suffix': {
    setting: 'nothing',
    own: 'lab-alice.github.io',
    questions: ['typed', 'subdomain-image'],
    lines: SUFFIXES,
  },
  'below-co-uk': {
    setting: 'nothing',
    own: 'lab-shop.co.uk',
    questions: ['typed', 'subdomain-image'],
    lines: SUFFIXES,
  },
  ...Object.fromEntries([...mixed('nothing', 'mixed', [1, 2, 3]), ...mixed('page-script', 'mixed-script', [4])]),
  // The last to be set, so that it is still there when the jar is looked into.
  'short-lived': { setting: 'nothing', questions: ['typed-later'], lines: { seconds: '$=1; Max-Age=6' } },
}
