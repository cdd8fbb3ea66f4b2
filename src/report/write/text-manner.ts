import type { Language } from '../../messages/index.ts'

export type TextPaint = Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan', (text: string) => string>>

/** How a report is put for a terminal. */
export interface TextManner {
  readonly language: Language
  readonly paint: TextPaint
}
