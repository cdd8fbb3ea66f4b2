/** How today's browsers treat the declared cookies, in the words and the language of whoever judged them. */
export interface BrowserTreatment {
  /** What was judged, and by what: rules, measurements, versions. A paragraph each. */
  readonly about: readonly string[]
  readonly browsers: readonly { readonly id: string; readonly name: string }[]
  readonly cookies: readonly TreatedCookie[]
}

export interface TreatedCookie {
  readonly name: string
  readonly host: string
  /** By browser. */
  readonly treatments: Readonly<Record<string, Treatment>>
}

export interface Treatment {
  /** `hinder`: kept for less long, or not everywhere; `unknown`: it cannot be known. */
  readonly outcome: 'accept' | 'hinder' | 'reject' | 'unknown'
  /** "Kept for 7 days". */
  readonly says: string
  readonly because: string | null
}
