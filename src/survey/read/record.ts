/** One answer of a site, as far as a survey looks at it. */
export interface SurveyRecord {
  /** The host; null where the source does not tell. */
  readonly site: string | null
  /** The value of its `P3P` header; null where it had none. */
  readonly header: string | null
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The host of a URL or of a bare host name, lower case. */
export function siteOf(address: string): string {
  const start = address.indexOf('://')
  const rest = start < 0 ? address : address.slice(start + 3)
  const end = rest.search(/[/?#]/)
  const authority = end < 0 ? rest : rest.slice(0, end)
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '')
  return host.toLowerCase()
}

/** The `P3P` header among headers given as an object, or as a list of `{ name, value }`; the first, as P3P 1.0, 2.4.1 has it. */
export function p3pHeaderAmong(headers: unknown): string | null {
  if (Array.isArray(headers)) {
    const found: unknown = headers.find(header => isRecord(header) && text(header['name'])?.toLowerCase() === 'p3p')
    return isRecord(found) ? text(found['value']) : null
  }
  if (!isRecord(headers)) return null
  const name = Object.keys(headers).find(key => key.toLowerCase() === 'p3p')
  const value = name === undefined ? undefined : headers[name]
  return text(Array.isArray(value) ? value[0] : value)
}

/**
 * A line of NDJSON: `{ "site" | "host" | "url" | "origin": …, "p3p" | "header" | "value": … }`, or `"headers": {…} | […]`.
 * Null where it is not such an object.
 */
export function readNdjsonLine(line: string): SurveyRecord | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return null
  }
  if (typeof value === 'string') return { site: null, header: value }
  if (!isRecord(value)) return null
  const address = text(value['site']) ?? text(value['host']) ?? text(value['url']) ?? text(value['origin'])
  const header =
    p3pHeaderAmong(value) ?? text(value['header']) ?? text(value['value']) ?? p3pHeaderAmong(value['headers'])
  if (address === null && header === null) return null
  return { site: address === null ? null : siteOf(address), header }
}
