import { issue, type Result } from '../../model/index.ts'

/** An answer of a server, as far as it was written down. */
export interface RecordedResponse {
  /** Null where only headers are known. */
  readonly url: string | null
  /** When it came, in milliseconds since 1970. */
  readonly receivedAt: number | null
  readonly headers: readonly (readonly [name: string, value: string])[]
}

type Table = Readonly<Record<string, unknown>>

const tableOf = (value: unknown): Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {}
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Browsers write several `Set-Cookie` lines as one value with line breaks. */
function headersOf(response: Table): RecordedResponse['headers'] {
  return listOf(response['headers']).flatMap(entry => {
    const { name, value } = tableOf(entry)
    if (typeof name !== 'string' || typeof value !== 'string') return []
    return value.split('\n').map(line => [name, line.trim()] as const)
  })
}

function responseOf(entry: unknown): readonly RecordedResponse[] {
  const { request, response, startedDateTime } = tableOf(entry)
  const { url } = tableOf(request)
  if (typeof url !== 'string') return []
  const time = typeof startedDateTime === 'string' ? Date.parse(startedDateTime) : Number.NaN
  return [{ url, receivedAt: Number.isNaN(time) ? null : time, headers: headersOf(tableOf(response)) }]
}

/** HAR 1.2: the answers that a browser recorded, in their order. */
export function readHar(text: string): Result<readonly RecordedResponse[]> {
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\u{FEFF}/u, ''))
  } catch {
    return { ok: false, issues: [issue('har-malformed', { reason: 'json' })] }
  }
  const { entries } = tableOf(tableOf(parsed)['log'])
  if (!Array.isArray(entries)) return { ok: false, issues: [issue('har-malformed', { reason: 'entries' })] }
  return { ok: true, value: entries.flatMap(responseOf), issues: [] }
}
