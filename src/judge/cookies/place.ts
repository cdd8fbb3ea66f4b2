import type { Address } from './address.ts'

/** Where a request is made, or a document stands. */
export interface Place {
  readonly url: Address
  readonly top: Address
  /** The frames between it and the top page. */
  readonly ancestors: readonly Address[]
  /** Whether it is the top page itself that is loaded. */
  readonly navigation: boolean
}

/** How far a place is of one site with the page in the address bar. */
export interface Kinship {
  /** With the top page and every frame between, schemes included (RFC 6265bis section 5.2, "site for cookies"). */
  readonly schemeful: boolean
  readonly schemeless: boolean
  /** With the top page alone, whatever frames are between; registrable domains as the public suffix list knows them. */
  readonly topOnly: boolean
}

const OWN: Kinship = { schemeful: true, schemeless: true, topOnly: true }

/** A top page is always of its own site. */
export function kinshipOf({ url, top, ancestors, navigation }: Place): Kinship {
  if (navigation) return OWN
  let schemeful = url.site === top.site
  let schemeless = url.domain === top.domain
  for (const frame of ancestors) {
    schemeful &&= frame.site === top.site
    schemeless &&= frame.domain === top.domain
  }
  return { schemeful, schemeless, topOnly: url.listedDomain === top.listedDomain }
}
