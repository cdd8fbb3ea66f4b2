/** The encoding that `Content-Type` names, where this runtime knows it. A link is ASCII in any of them. */
function decode(body: Uint8Array, contentType: string): string {
  const label = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}

/** No page goes deeper; the reader's time grows with the square of the depth. */
const DEEPEST = 1000

/**
 * P3P 1.0, 2.2.3: where `<link rel="P3Pv1" href="…">` of an HTML or XHTML page leads; of several, only the first
 * counts. The reader of HTML is loaded when the first page is read.
 */
export async function policyLink(body: Uint8Array, contentType: string): Promise<string | undefined> {
  const { Parser } = await import('htmlparser2')
  let found: string | undefined
  let depth = 0
  const xmlMode = /xml/i.test(contentType)
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const local = name.slice(name.indexOf(':') + 1)
        const words = (attributes['rel'] ?? '').toLowerCase().split(/\s+/)
        if (local === 'link' && words.includes('p3pv1')) found ??= attributes['href']?.trim()
        depth += 1
        if (found !== undefined || depth > DEEPEST) parser.pause()
      },
      onclosetag() {
        depth -= 1
      },
    },
    { xmlMode, decodeEntities: true },
  )
  parser.end(decode(body, contentType))
  return found
}
