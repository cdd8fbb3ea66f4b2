/** Lines of a stream of bytes as they come, without their ends. Of a longer line only `longest` characters are kept. */
export async function* readLines(pieces: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  /** What has come of a line without its end; null between lines. */
  let line: string | null = null
  for await (const piece of pieces) {
    const [first = '', ...others] = decoder.decode(piece, { stream: true }).split('\n')
    line = join(line, first, longest)
    for (const other of others) {
      yield withoutReturn(line ?? '')
      line = join(null, other, longest)
    }
  }
  line = join(line, decoder.decode(), longest)
  if (line !== null) yield withoutReturn(line)
}

function join(line: string | null, more: string, longest: number): string | null {
  return more === '' || (line?.length ?? 0) >= longest ? line : ((line ?? '') + more).slice(0, longest)
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)
