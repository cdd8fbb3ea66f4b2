/** The value of a cookie in a `Cookie` header; the first one, where there are several (RFC 6265, 5.4: the longest path). */
export function cookieValue(header: string, name: string): string | null {
  for (let at = header.indexOf(name); at >= 0; at = header.indexOf(name, at + 1)) {
    const end = at + name.length
    if (header.charCodeAt(end) !== 0x3d || !beginsPair(header, at)) continue
    const semicolon = header.indexOf(';', end)
    return header.slice(end + 1, semicolon < 0 ? undefined : semicolon).trimEnd()
  }
  return null
}

/** Whether nothing but blanks stands between here and the semicolon before, or the beginning. */
function beginsPair(header: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && header.charCodeAt(before) === 0x20) before--
  return before < 0 || header.charCodeAt(before) === 0x3b
}

/** The names in a `Cookie` header, as they stand there. */
export function cookieNames(header: string): readonly string[] {
  const names: string[] = []
  for (let from = 0; from < header.length; ) {
    const semicolon = header.indexOf(';', from)
    const end = semicolon < 0 ? header.length : semicolon
    const equals = header.indexOf('=', from)
    if (equals >= 0 && equals < end) names.push(header.slice(from, equals).trim())
    from = end + 1
  }
  return names
}
