/** Lines of a stream of bytes as they come, without their ends. Of a longer line only `longest` characters are kept. */
export async function* readLines(pieces: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let line = ''
  let begun = false
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true })
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      yield withoutReturn(line + text.slice(from, Math.min(end, from + longest)), longest)
      line = ''
      from = end + 1
    }
    if (line.length < longest) line += text.slice(from, from + longest)
    begun = from < text.length || (begun && from === 0)
  }
  line += decoder.decode()
  if (begun || line !== '') yield withoutReturn(line, longest)
}

const withoutReturn = (line: string, longest: number): string => {
  const end = line.endsWith('\r') ? line.length - 1 : line.length
  return line.slice(0, Math.min(end, longest))
}
