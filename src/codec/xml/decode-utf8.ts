import { type Issue, issue } from '../../model/index.ts'

/** The Unicode encodings other than UTF-8, by how their texts begin, with a mark or with `<` as XML must. */
const OTHER_ENCODINGS: readonly (readonly [string, readonly number[]])[] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
  ['UTF-16', [0x3c, 0]],
  ['UTF-16', [0, 0x3c]],
]

/** P3P 1.0, 2.3.2 and 3.2: policies and reference files are in UTF-8. Anything else is told, not guessed at. */
export function decodeUtf8(bytes: Uint8Array): string | Issue {
  const other = OTHER_ENCODINGS.find(([, start]) => start.every((byte, at) => bytes[at] === byte))
  if (other !== undefined) return issue('xml-encoding', { encoding: other[0] })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return issue('xml-encoding', { encoding: 'unknown' })
  }
}
