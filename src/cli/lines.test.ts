import { expect, test } from 'vitest'
import { readLines } from './lines.ts'

async function* pieces(...texts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield typeof text === 'string' ? new TextEncoder().encode(text) : text
}

async function read(longest: number, ...texts: (string | Uint8Array)[]): Promise<string[]> {
  const lines: string[] = []
  for await (const line of readLines(pieces(...texts), longest)) lines.push(line)
  return lines
}

test('lines come whole however the stream is cut', async () => {
  expect(await read(100, 'on', 'e\ntw', 'o\r\n\n', 'three')).toEqual(['one', 'two', '', 'three'])
})

test('an end of line at the end makes no further line', async () => {
  expect(await read(100, 'one\n')).toEqual(['one'])
  expect(await read(100)).toEqual([])
  expect(await read(100, '\n')).toEqual([''])
})

test('a character cut in two is put together', async () => {
  const bytes = new TextEncoder().encode('ж\n')
  expect(await read(100, bytes.slice(0, 1), bytes.slice(1))).toEqual(['ж'])
})

test('a line that is too long is shortened and the next one kept', async () => {
  expect(await read(3, 'abcde', 'fgh\nij\n', 'klmno')).toEqual(['abc', 'ij', 'klm'])
})
