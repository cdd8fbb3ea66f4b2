import { createHash } from 'node:crypto'
import type { SeenValue } from '../../model/index.ts'

export const seenValue = (text: string, keep: boolean): SeenValue => ({
  length: text.length,
  sha256: createHash('sha256').update(text).digest('hex'),
  ...(keep ? { text } : {}),
})
