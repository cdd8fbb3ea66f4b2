import { type Issue, issue } from '../../model/index.ts'
import { LARGEST } from '../limits.ts'
import type { Lines } from './lines.ts'

export const tooLarge = (): Issue => issue('file-too-large', { megabytes: LARGEST / 2 ** 20 })

const UNPRINTABLE = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]|\p{Cs}/u

/** YAML 1.2.2, 5.1: characters that a text file has no use for. The first is told. */
export function scanText(text: string, lines: Lines): readonly Issue[] {
  const found = UNPRINTABLE.exec(text)
  if (found === null) return []
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return [issue('control-character', { code }, { at: lines.span(found.index, found.index + 1) })]
}

/** Bytes as text. Those of another encoding than UTF-8 are told with the place of the first that is wrong. */
export function decodeText(bytes: Uint8Array): string | Issue {
  if (bytes.length > LARGEST) return tooLarge()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const before = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0] ?? ''
    const line = before.split('\n')
    return issue('encoding-wrong', {}, { at: { line: line.length, column: (line.at(-1)?.length ?? 0) + 1 } })
  }
}
