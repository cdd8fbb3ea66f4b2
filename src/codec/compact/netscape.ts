import { FORMS, OBSOLETE_TOKEN, placeOf } from './tokens/token-table.ts'

/**
 * How Mozilla 1.x and Netscape 7 read a compact policy (extensions/p3p/src/nsCompactPolicy.cpp): a token is three known
 * letters and perhaps a fourth, whatever it is; one unknown token, or TST, makes the whole policy invalid.
 * (It also lost the last token of a value without a closing quote; that is not followed.)
 * Flags, ORed over the tokens; none of them: nothing identifies the visitor.
 */
export const NETSCAPE = { noConsent: 1, implicit: 2, explicit: 4, invalid: 8 } as const

const BY_SUFFIX = 16

/** Per place: the flags its token adds. */
const ROLES = new Uint8Array(256)
ROLES[0] = NETSCAPE.invalid
for (const token of ['TST', OBSOLETE_TOKEN]) ROLES[placeOf(token)] = NETSCAPE.invalid
for (const token of ['FIN', 'GOV', 'ONL', 'PHY', 'UNI']) ROLES[placeOf(token)] = NETSCAPE.noConsent
for (const token of ['CON', 'DEL', 'IVA', 'IVD', 'OTP', 'OTR', 'PUB', 'SAM', 'TEL', 'UNR'])
  ROLES[placeOf(token)] = BY_SUFFIX

/** The flags of a token by its three letters' place and the form its fourth gives it. */
export function netscapeFlags(place: number, form: number): number {
  const role = ROLES[place] ?? 0
  if (role !== BY_SUFFIX) return role
  if (form === FORMS.optIn) return NETSCAPE.explicit
  return form === FORMS.optOut ? NETSCAPE.implicit : NETSCAPE.noConsent
}
