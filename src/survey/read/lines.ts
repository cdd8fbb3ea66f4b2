/** A line longer than this is no header and no record of one; it is skipped. */
const LINE_LIMIT = 1 << 20

/** About this many bytes go into one block. More would not be faster, only larger. */
const BLOCK_SIZE = 1 << 18

const NEWLINE = 0x0a

/**
 * The stream cut into blocks of whole lines, so that each can be read by itself, by any worker. Each has its memory to
 * itself and may be given away with it.
 * A line over the limit is left out and told of. Holds no more than a block and a line.
 */
export async function* lineBlocks(stream: AsyncIterable<Uint8Array>, tellLong: () => void): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = []
  let size = 0
  let skipping = false
  for await (const chunk of stream) {
    let piece = chunk
    if (skipping) {
      const end = piece.indexOf(NEWLINE)
      if (end < 0) continue
      piece = piece.subarray(end + 1)
      skipping = false
    }
    const last = piece.lastIndexOf(NEWLINE)
    if (last >= 0 && size + last + 1 >= BLOCK_SIZE) {
      yield Buffer.concat([...pieces, piece.subarray(0, last + 1)])
      pieces = [piece.subarray(last + 1)]
      size = piece.length - last - 1
      continue
    }
    pieces.push(piece)
    size += piece.length
    if (last < 0 && size > BLOCK_SIZE + LINE_LIMIT) {
      const held = Buffer.concat(pieces)
      const whole = held.lastIndexOf(NEWLINE) + 1
      if (whole > 0) yield Buffer.concat([held.subarray(0, whole)])
      pieces = [held.subarray(whole)]
      size = held.length - whole
      if (size > LINE_LIMIT) {
        tellLong()
        pieces = []
        size = 0
        skipping = true
      }
    }
  }
  if (size > 0) yield Buffer.concat(pieces)
}

/** Calls `tell` with each line of a block, without its line end; empty lines are passed over. */
export function eachLine(block: Uint8Array, encoding: 'latin1' | 'utf8', tell: (line: string) => void): void {
  const text = Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString(encoding)
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const next = newline < 0 ? text.length : newline
    const end = next > at && text.charCodeAt(next - 1) === 0x0d ? next - 1 : next
    if (end > at) tell(text.slice(at, end))
    at = next + 1
  }
}
