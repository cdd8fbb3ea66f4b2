import type { CookieQuestion, CookieSetting } from '../../model/index.ts'
import { QUESTIONS, type QuestionId } from './questions.ts'
import { ownHost } from './sites.ts'
import { SETTINGS, type SettingId } from './situations.ts'

/** Cookies that come one after the other into one jar, and a request afterwards: what goes along, in which order? */
export interface JarCase {
  readonly id: string
  readonly steps: readonly JarStep[]
  readonly ask: CookieQuestion
}

/** Lines that come with one response, or that one page's script writes. */
export interface JarStep {
  readonly set: CookieSetting
  readonly cookies: readonly string[]
}

type Step = readonly [SettingId, ...string[]]

interface Written {
  readonly steps: readonly Step[]
  readonly ask?: QuestionId
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)
const padded = (number: number): string => String(number).padStart(3, '0')
/** So many cookies, `c001=1` and on. */
const many = (from: number, to: number, attributes: (number: number) => string = () => ''): string[] =>
  numbers(from, to).map(number => `c${padded(number)}=1${attributes(number)}`)

const PARTITIONED = '; Secure; SameSite=None; Partitioned'
const heavy = (count: number): string[] =>
  numbers(1, count).map(number => `c${padded(number)}=${'x'.repeat(1020)}${PARTITIONED}`)

/** `@` is the host of the case's site. */
const WRITTEN: Readonly<Record<string, Written>> = {
  'longer-paths-first': { steps: [['nothing', 'root=1; Path=/', 'in=2; Path=/in', 'page=3; Path=/in/page']] },
  'earlier-first': { steps: [['nothing', 'b=1', 'a=2', 'c=3']] },
  'earlier-first-over-pages': {
    steps: [
      ['nothing', 'b=1'],
      ['nothing', 'a=2'],
      ['nothing', 'c=3'],
    ],
  },
  'new-value-keeps-its-place': {
    steps: [
      ['nothing', 'a=1', 'b=2'],
      ['nothing', 'a=3'],
    ],
  },
  'name-in-other-case': { steps: [['nothing', 'a=1', 'A=2']] },
  'domain-beside-host': { steps: [['nothing', 'a=1', 'a=2; Domain=@', 'a=3']] },
  'paths-apart': { steps: [['nothing', 'a=1; Path=/', 'a=2; Path=/in']] },
  deleted: { steps: [['nothing', 'a=1', 'b=2', 'a=; Max-Age=0']] },
  'not-deleted-by-other-path': { steps: [['nothing', 'a=1', 'a=; Max-Age=0; Path=/']] },
  'not-deleted-by-domain': { steps: [['nothing', 'a=1', 'a=; Max-Age=0; Domain=@']] },
  'made-shorter': { steps: [['nothing', 'a=1; Max-Age=86400', 'a=2']] },
  'partition-beside': {
    steps: [['nothing', 'a=1; Secure; SameSite=None', `a=2${PARTITIONED}`]],
  },
  'partition-beside-in-third': {
    steps: [['third-frame', 'a=1; Secure; SameSite=None', `a=2${PARTITIONED}`]],
    ask: 'framed',
  },
  'http-over-secure': {
    steps: [
      ['nothing', 'a=1; Secure'],
      ['http-nothing', 'a=2'],
    ],
  },
  'http-over-secure-deeper': {
    steps: [
      ['nothing', 'a=1; Secure; Path=/'],
      ['http-nothing', 'a=2; Path=/in'],
    ],
  },
  'http-over-secure-higher': {
    steps: [
      ['nothing', 'a=1; Secure; Path=/in'],
      ['http-nothing', 'a=2; Path=/'],
    ],
  },
  'http-over-secure-domain': {
    steps: [
      ['nothing', 'a=1; Secure; Domain=@'],
      ['http-nothing', 'a=2'],
    ],
  },
  'http-over-plain': {
    steps: [
      ['nothing', 'a=1'],
      ['http-nothing', 'a=2'],
    ],
  },
  'http-script-over-secure': {
    steps: [
      ['nothing', 'a=1; Secure'],
      ['http-page-script', 'a=2'],
    ],
  },
  'http-deletes-secure': {
    steps: [
      ['nothing', 'a=1; Secure'],
      ['http-nothing', 'a=; Max-Age=0'],
    ],
  },
  'script-over-httponly': {
    steps: [
      ['nothing', 'a=1; HttpOnly'],
      ['page-script', 'a=2'],
    ],
  },
  'script-deletes-httponly': {
    steps: [
      ['nothing', 'a=1; HttpOnly'],
      ['page-script', 'a=; Max-Age=0'],
    ],
  },
  'script-beside-httponly': {
    steps: [
      ['nothing', 'a=1; HttpOnly; Path=/'],
      ['page-script', 'a=2; Path=/in'],
    ],
  },
  'header-over-httponly': { steps: [['nothing', 'a=1; HttpOnly', 'a=2']] },
  'script-frees-own': {
    steps: [
      ['page-script', 'a=1', 'b=2'],
      ['nothing', 'a=3; HttpOnly'],
    ],
  },
  nameless: { steps: [['nothing', 'first', '=second', 'n=1']] },
  'many-180': { steps: [['nothing', ...many(1, 180)]] },
  'many-181': { steps: [['nothing', ...many(1, 181)]] },
  'many-200': { steps: [['nothing', ...many(1, 200)]] },
  'many-250-over-pages': {
    steps: [
      ['nothing', ...many(1, 125)],
      ['nothing', ...many(126, 250)],
    ],
  },
  'many-secure-first': { steps: [['nothing', ...many(1, 200, number => (number <= 60 ? '; Secure' : ''))]] },
  'many-secure-most': { steps: [['nothing', ...many(1, 200, number => (number <= 170 ? '; Secure' : ''))]] },
  'many-by-priority': {
    steps: [
      ['nothing', ...many(1, 200, number => (number > 120 ? '; Priority=Low' : number <= 20 ? '; Priority=High' : ''))],
    ],
  },
  'many-used-again': {
    steps: [
      ['nothing', ...many(1, 150)],
      ['nothing', ...many(1, 20)],
      ['nothing', ...many(151, 200)],
    ],
  },
  'many-on-two-hosts': {
    steps: [
      ['nothing', ...many(1, 100, () => '; Domain=@')],
      ['nothing', ...many(101, 200)],
    ],
  },
  'many-in-partition': { steps: [['third-frame', ...many(1, 200, () => PARTITIONED)]], ask: 'framed' },
  'bytes-in-partition': { steps: [['third-frame', ...heavy(14)]], ask: 'framed' },
}

/** Every sequence that shows what a jar does with more than one cookie; each on a site of its own. */
export const jarCases = (): JarCase[] =>
  Object.entries(WRITTEN).map(([name, { steps, ask = 'typed' }]) => {
    const own = ownHost(`jar-${name}`)
    return {
      id: `jar.${name}`,
      steps: steps.map(([setting, ...cookies]) => ({
        set: SETTINGS[setting](own),
        cookies: cookies.map(cookie => cookie.replaceAll('@', own)),
      })),
      ask: { id: ask, ...QUESTIONS[ask](own) },
    }
  })
