/** Names and values in turn, in the order they came, as node:http has them. */
export type RawHeaders = readonly string[]

/** RFC 9110, 7.6.1, and what older peers send between hops. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'transfer-encoding', 'upgrade'])

/** No `Connection` header can take these away: what they say holds for the message itself. */
const ESSENTIAL = new Set(['content-length', 'host', 'cookie', 'set-cookie', 'sec-gpc', 'authorization'])

const NONE: ReadonlySet<string> = new Set()

const tokens = (value: string): readonly string[] =>
  value
    .toLowerCase()
    .split(',')
    .map(token => token.trim())

/** The headers that a message's `Connection` names as meant for the next hop only. */
function namedInConnection(connection: string | undefined): ReadonlySet<string> {
  if (connection === undefined || /^(?:keep-alive|close|upgrade)$/i.test(connection)) return NONE
  return new Set(tokens(connection).filter(token => !ESSENTIAL.has(token)))
}

/** Which headers of a message end here. */
export function createHopFilter(connection: string | undefined): (lowerName: string) => boolean {
  const named = namedInConnection(connection)
  return named.size === 0 ? name => HOP_BY_HOP.has(name) : name => HOP_BY_HOP.has(name) || named.has(name)
}

/** Whether a header's value has the token in its list. */
export const hasToken = (value: string | undefined, token: string): boolean =>
  value !== undefined && tokens(value).includes(token)
