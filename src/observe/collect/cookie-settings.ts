import {
  DIALECTS,
  type DialectId,
  headerLine,
  type ParsedCookie,
  parseSetCookie,
  scriptLine,
} from '../../codec/set-cookie/index.ts'
import type { CookieSetting, Engine, ScriptPlace } from '../../model/index.ts'
import { between, topOf } from './frame-address.ts'
import type { PageRecord, RecordedFrame } from './page-record.ts'

/** Something that wanted to set a cookie. */
export interface SetAttempt {
  readonly line: string
  readonly parsed: ParsedCookie
  /** As a jar has them; no dot before the host. */
  readonly host: string
  readonly hostOnly: boolean
  readonly path: string
  readonly frame: RecordedFrame
  readonly at: number | null
  readonly source: ScriptPlace
  readonly setting: CookieSetting
  readonly refused: readonly string[]
  /** For what no engine tells of scripts: whether it could be read back. */
  readonly taken: boolean
}

const DIALECT_OF: Readonly<Record<Engine, DialectId>> = { chromium: 'chromium', firefox: 'gecko', webkitgtk: 'soup' }

/** RFC 6265bis, 5.1.4. */
function defaultPath(url: URL): string {
  const end = url.pathname.lastIndexOf('/')
  return end <= 0 ? '/' : url.pathname.slice(0, end)
}

type Circumstances = Omit<SetAttempt, 'line' | 'parsed' | 'host' | 'hostOnly' | 'path'>

function attemptOf(line: string, parsed: ParsedCookie, rest: Circumstances): SetAttempt | null {
  if (!URL.canParse(rest.setting.url) || parsed.flaw !== null) return null
  const url = new URL(rest.setting.url)
  const domain = parsed.domain.replace(/^\./, '').toLowerCase()
  return {
    ...rest,
    line,
    parsed,
    host: domain === '' ? url.hostname : domain,
    hostOnly: domain === '',
    path: parsed.path.startsWith('/') ? parsed.path : defaultPath(url),
  }
}

function headerAttempts({ engine, requests }: PageRecord): (SetAttempt | null)[] {
  const dialect = DIALECTS[DIALECT_OF[engine]]
  return requests.flatMap(({ url, method, frame, navigation, at, setCookies }) =>
    setCookies.map(({ line, refused }) =>
      attemptOf(line, parseSetCookie(headerLine(line), dialect), {
        frame,
        at,
        source: { url, line: null, column: null },
        setting: { via: 'header', url, top: topOf(frame), ancestors: between(frame), method, navigation },
        refused,
        // Only Chromium tells what it refused: of the others' headers what is not there was most likely never taken.
        taken: engine === 'chromium',
      }),
    ),
  )
}

function scriptAttempts({ engine, writes }: PageRecord): (SetAttempt | null)[] {
  const dialect = DIALECTS[DIALECT_OF[engine]]
  return writes
    .filter(({ kind }) => kind === 'cookie')
    .map(({ text, frame, at, place, taken }) =>
      attemptOf(text, parseSetCookie(scriptLine(text), dialect), {
        frame,
        at,
        source: place ?? { url: frame.url, line: null, column: null },
        setting: {
          via: 'script',
          url: frame.url,
          top: topOf(frame),
          ancestors: between(frame),
          method: 'GET',
          navigation: false,
        },
        refused: [],
        taken,
      }),
    )
}

/** Everything that wanted to set a cookie, in the order of time as far as that is known. */
export function setAttempts(record: PageRecord): readonly SetAttempt[] {
  const all = [...headerAttempts(record), ...scriptAttempts(record)].filter(attempt => attempt !== null)
  return all.sort((one, other) => (one.at ?? 0) - (other.at ?? 0))
}

/** Days as written; null: it takes a cookie back. */
export function writtenLifetime({ maxAge, expires }: ParsedCookie, now: number): 'session' | number | null {
  const seconds = maxAge ?? (expires === null ? null : (expires - now) / 1000)
  if (seconds === null) return 'session'
  return seconds <= 0 ? null : days(seconds)
}

/** Rounded to a ten-thousandth: some ten seconds. */
export const days = (seconds: number): number => Math.round(Math.min(seconds, 1e12) / 8.64) / 10_000
