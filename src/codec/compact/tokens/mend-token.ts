import { LEGAL_TOKENS } from './token.ts'
import { OBSOLETE_TOKEN } from './token-table.ts'

/** Why a word is no token, and what would be one in its place. */
export type Mend =
  | { readonly fault: 'suffix-on-current' | 'suffix-unexpected' | 'suffix-unknown' | 'case'; readonly meant: string }
  | { readonly fault: 'obsolete'; readonly meant: null }
  | { readonly fault: 'separator'; readonly meant: string }

const SEPARATORS = /[,;|/+.:]+/
const isLegal = (text: string): boolean => LEGAL_TOKENS.has(text)

/** A token's letters with another fourth one: `CURa`, `ADMx`, `ADMA`. */
function mendSuffix(raw: string): Mend | null {
  const core = raw.slice(0, 3)
  if (!/^.{3}[A-Za-z]$/.test(raw) || !isLegal(core)) return null
  if (raw === 'CURa') return { fault: 'suffix-on-current', meant: core }
  if (!isLegal(`${core}a`)) return { fault: 'suffix-unexpected', meant: core }
  const lowered = core + raw.slice(3).toLowerCase()
  return isLegal(lowered) ? { fault: 'case', meant: lowered } : { fault: 'suffix-unknown', meant: core }
}

/** A token in other letters: `adm`, `AdmA`, `cura`. */
function mendCase(raw: string): Mend | null {
  const core = raw.slice(0, 3).toUpperCase()
  if (raw.length < 3 || raw.length > 4 || !isLegal(core)) return null
  const token = core + raw.slice(3).toLowerCase()
  if (isLegal(token)) return { fault: 'case', meant: token }
  return isLegal(`${core}a`) ? null : { fault: 'case', meant: core }
}

/** Tokens with something else than a space between or behind them: `NOI,ADM`. */
function mendSeparators(raw: string): Mend | null {
  const parts = raw.split(SEPARATORS).filter(part => part !== '')
  const mended = parts.map(part => (isLegal(part) ? part : (mendSuffix(part) ?? mendCase(part))?.meant))
  const found = mended.filter(part => part !== undefined && part !== null)
  if (parts.length === 0 || found.length < parts.length || !SEPARATORS.test(raw)) return null
  return { fault: 'separator', meant: found.join(' ') }
}

/** What is wrong with a word that is no token but clearly means one; null for any other word. */
export function mendToken(raw: string): Mend | null {
  if (raw.slice(0, 3) === OBSOLETE_TOKEN && raw.length <= 4) return { fault: 'obsolete', meant: null }
  return mendSuffix(raw) ?? mendSeparators(raw) ?? mendCase(raw)
}
