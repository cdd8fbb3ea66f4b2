import { type Language, lab } from '../../messages/index.ts'
import type { SkipReason } from '../run-lab.ts'

/** Why a browser was not run. */
export const saySkip = (why: SkipReason, language: Language): string =>
  why.code === 'missing'
    ? lab[language]['skip.missing']({ programs: why.programs.join(', ') })
    : lab[language]['skip.fault']({ text: why.text })
