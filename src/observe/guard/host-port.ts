/** `HOST:PORT` apart; IPv6 addresses keep their brackets. */
export function portOf(authority: string, usual: number): { readonly host: string; readonly port: number } {
  const [, host = authority, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(authority) ?? []
  return { host, port: port === undefined ? usual : Number(port) }
}
