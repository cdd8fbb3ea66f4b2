import {
  ACCESS,
  CATEGORIES,
  MARKERS,
  PURPOSES,
  RECIPIENTS,
  REMEDIES,
  RETENTIONS,
  type Term,
} from '../../../vocabulary/index.ts'

/**
 * Every token's place in a machine word, so that a policy is a handful of integers.
 * A place is `bank << 5 | bit`; 0 is no token.
 */
export const BANKS = { single: 1, category: 2, use: 3, obsolete: 4 } as const

/** A token's suffix: none, `a`, `i`, `o`, or a letter that is none of these. */
export const FORMS = { bare: 0, always: 1, optIn: 2, optOut: 3, none: 4 } as const

/** Where the families that share a bank begin in it. */
export const OFFSETS = {
  access: 0,
  markers: ACCESS.length,
  remedies: ACCESS.length + MARKERS.length,
  retentions: ACCESS.length + MARKERS.length + REMEDIES.length,
  purposes: 0,
  recipients: PURPOSES.length,
} as const

/** `customization` left the vocabulary before the recommendation; Internet Explorer's rules still knew it. */
export const OBSOLETE_TOKEN = 'CUS'

const BANK_ROWS: readonly (readonly [bank: number, rows: readonly Term[]])[] = [
  [BANKS.single, [...ACCESS, ...MARKERS, ...REMEDIES, ...RETENTIONS]],
  [BANKS.category, CATEGORIES],
  [BANKS.use, [...PURPOSES, ...RECIPIENTS]],
  [BANKS.obsolete, [{ id: 'customization', token: OBSOLETE_TOKEN, choice: true }]],
]

const LETTER_BITS = 5
const FIRST_LETTER = 65

/** The index of what is not three capitals: no letter has all five bits set. */
const NOWHERE = (1 << (3 * LETTER_BITS)) - 1

/** Three capitals as an index into `PLACES`. */
export function coreIndex(text: string, at: number): number {
  const first = text.charCodeAt(at) - FIRST_LETTER
  const second = text.charCodeAt(at + 1) - FIRST_LETTER
  const third = text.charCodeAt(at + 2) - FIRST_LETTER
  return ((first | second | third) & ~31) === 0
    ? (first << (2 * LETTER_BITS)) | (second << LETTER_BITS) | third
    : NOWHERE
}

/** `coreIndex` of three letters -> place. */
export const PLACES = new Uint8Array(1 << (3 * LETTER_BITS))

/** Per place: 1 where the token takes a suffix. */
export const TAKES_CHOICE = new Uint8Array(256)

for (const [bank, rows] of BANK_ROWS) {
  for (const [bit, row] of rows.entries()) {
    const place = (bank << 5) | bit
    PLACES[coreIndex(row.token, 0)] = place
    TAKES_CHOICE[place] = row.choice ? 1 : 0
  }
}
