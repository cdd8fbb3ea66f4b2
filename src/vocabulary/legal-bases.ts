/** GDPR, Article 6(1)(a) to (f). */
export const LEGAL_BASES = [
  { id: 'consent', article: '6(1)(a)' },
  { id: 'contract', article: '6(1)(b)' },
  { id: 'legal-obligation', article: '6(1)(c)' },
  { id: 'vital-interests', article: '6(1)(d)' },
  { id: 'public-task', article: '6(1)(e)' },
  { id: 'legitimate-interests', article: '6(1)(f)' },
] as const

export type LegalBasisId = (typeof LEGAL_BASES)[number]['id']
