import type { Language } from '../messages/index.ts'
import type {
  CookieParty,
  Datum,
  DeclaredCookie,
  DeclaredStorage,
  Dispute,
  Duration,
  LocalText,
  P3pSettings,
  PostalAddress,
  Recipient,
  Retention,
  StorageArea,
  Use,
} from '../model/index.ts'
import type { AccessId, ClaimId, LegalBasisId, PurposeId } from '../vocabulary/index.ts'

/**
 * What a person declared, in one form whatever short forms they used. Every text is there in every declared language.
 * Null is "not said": what follows from silence is decided where the policy is compiled.
 */
export interface Declaration {
  readonly site: SiteDeclaration
  readonly effective: string | null
  readonly protection: LocalText | null
  readonly disclosure: LocalText | null
  readonly claims: readonly ClaimId[]
  readonly access: { readonly rule: AccessId; readonly how: LocalText | null }
  readonly disputes: readonly Dispute[]
  readonly practices: readonly PracticeDeclaration[]
  readonly cookies: readonly CookieDeclaration[]
  readonly storage: readonly StorageDeclaration[]
  readonly p3p: { readonly [K in keyof P3pSettings]: P3pSettings[K] | null }
}

export interface SiteDeclaration {
  readonly name: LocalText
  /** Absolute, as the URL standard writes it. */
  readonly url: string
  /** At least one; the first stands in for others. */
  readonly languages: readonly Language[]
  readonly controller: ControllerDeclaration
  readonly pages: {
    /** Absolute, or below the site's URL. */
    readonly policy: string | null
    readonly choices: string | null
  }
}

export interface ControllerDeclaration {
  readonly name: LocalText | null
  readonly email: string | null
  readonly phone: string | null
  readonly url: string | null
  readonly address: PostalAddress | null
}

export interface PracticeDeclaration {
  readonly id: string
  readonly name: LocalText | null
  readonly reason: LocalText | null
  /** Categories as written: none where the schema fixes them. */
  readonly data: readonly Datum[]
  readonly purposes: readonly Use<PurposeId>[]
  readonly recipients: readonly Recipient[]
  readonly retention: Retention
  readonly identifiable: boolean | null
  readonly mandatory: boolean | null
  readonly basis: LegalBasisId | null
}

export interface CookieDeclaration extends Pick<DeclaredCookie, 'name' | 'lifetime' | 'practice' | 'uses'> {
  readonly host: string | null
  readonly path: string | null
  readonly party: CookieParty | null
  readonly setBy: LocalText | null
  readonly purpose: LocalText | null
}

export interface StorageDeclaration extends Pick<DeclaredStorage, 'key' | 'practice' | 'uses'> {
  readonly area: StorageArea
  readonly origin: string | null
  /** Null: not said, which is until somebody removes it. */
  readonly lifetime: Duration | 'session' | null
  readonly purpose: LocalText | null
}
