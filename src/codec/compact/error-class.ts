import { COMPACT_CODES, type CompactErrorClass, type IssueCode } from '../../model/index.ts'

/**
 * The class a problem makes a compact policy erroneous by, as the 2010 study of 33 139 sites counted them; null for
 * what makes none. The study's own rule list is not published with its abstract: the classes are its, the rules ours.
 */
export function errorClassOf(code: IssueCode): CompactErrorClass | null {
  const classes: Readonly<Partial<Record<IssueCode, { readonly errorClass: CompactErrorClass | null }>>> = COMPACT_CODES
  return classes[code]?.errorClass ?? null
}
