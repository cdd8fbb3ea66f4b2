import type { Language } from '../../../messages/index.ts'

/** Put in by the bundler: each language has a script of its own. */
declare const LANGUAGE: Language

export const language: Language = LANGUAGE
