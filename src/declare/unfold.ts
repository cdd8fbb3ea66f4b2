import type { Language } from '../messages/index.ts'
import type { Datum, Dispute, Duration, LocalText, Recipient, Retention, Use } from '../model/index.ts'
import { type Choice, PURPOSES, type PurposeId, RECIPIENTS, type RecipientId } from '../vocabulary/index.ts'
import type {
  ControllerDeclaration,
  CookieDeclaration,
  Declaration,
  PracticeDeclaration,
  SiteDeclaration,
  StorageDeclaration,
} from './declaration.ts'
import type { DeclarationInput } from './schema/declaration-schema.ts'
import { elementName, OWN_DATA, parseDuration, parseHostPattern, parseOrigin, parseUrl } from './schema/values.ts'

type PracticeInput = DeclarationInput['practices'][string]
type Text = DeclarationInput['site']['name']
type Speak = (text: Text | undefined) => LocalText | null

const many = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T]

const trim = (text: string | undefined): string | null => text?.trim() ?? null

/** A plain text means the same in every declared language. */
const inEvery = (languages: readonly Language[], text: Text): LocalText =>
  Object.fromEntries(
    languages.map(language => [language, (typeof text === 'string' ? text : (text[language] ?? '')).trim()]),
  )

const lifetimeOf = (text: string): Duration | 'session' => parseDuration(text) ?? 'session'

function unfoldController(input: DeclarationInput['site']['controller'], speak: Speak): ControllerDeclaration {
  const { name, email, phone, url, address } = input
  return {
    name: speak(name),
    email: trim(email),
    phone: trim(phone),
    url: url === undefined ? null : (parseUrl(url)?.href ?? null),
    address:
      address === undefined
        ? null
        : {
            street: trim(address.street),
            city: trim(address.city),
            region: trim(address.region),
            postalCode: trim(address['postal-code']),
            country: trim(address.country),
          },
  }
}

function unfoldSite(input: DeclarationInput['site'], languages: readonly Language[], speak: Speak): SiteDeclaration {
  return {
    name: inEvery(languages, input.name),
    url: parseUrl(input.url)?.href ?? input.url,
    languages,
    controller: unfoldController(input.controller, speak),
    pages: { policy: input.pages?.policy ?? null, choices: input.pages?.choices ?? null },
  }
}

function unfoldDatum(input: PracticeInput['data'][number], speak: Speak): Datum {
  if (typeof input === 'string') return { ref: elementName(input), name: null, categories: [], optional: false }
  const { ref = OWN_DATA, name, categories, optional = false } = input
  return { ref: elementName(ref), name: speak(name), categories: [...many(categories)], optional }
}

type UseInput = Choice | { readonly choice?: Choice | undefined; readonly text?: Text | undefined }
type UsesInput<Id extends string, U extends UseInput> = Id | readonly Id[] | { readonly [K in Id]?: U }

/** A word, a list of words, or a table of words and choices: each with what was said of it. */
function unfoldUses<Id extends string, U extends UseInput>(
  input: UsesInput<Id, U>,
  terms: readonly { readonly id: Id }[],
): readonly (readonly [Id, U | 'always'])[] {
  if (typeof input === 'string') return [[input, 'always']]
  if (Array.isArray(input)) return [...new Set(input as readonly Id[])].map(id => [id, 'always'] as const)
  const table = input as { readonly [K in Id]?: U }
  return terms.flatMap(({ id }) => {
    const use = table[id]
    return use === undefined ? [] : [[id, use] as const]
  })
}

function unfoldUse<Id extends string>(id: Id, use: UseInput, speak: Speak): Use<Id> {
  return typeof use === 'string'
    ? { id, choice: use, text: null }
    : { id, choice: use.choice ?? 'always', text: speak(use.text) }
}

function unfoldRecipients(input: PracticeInput['recipients'], speak: Speak): readonly Recipient[] {
  return unfoldUses<RecipientId, UseInput & (Choice | { readonly hosts?: string | string[] | undefined })>(
    input,
    RECIPIENTS,
  ).map(([id, use]) => ({
    ...unfoldUse(id, use, speak),
    hosts: typeof use === 'string' ? [] : many(use.hosts).map(host => parseHostPattern(host, '*.') ?? host),
  }))
}

function unfoldRetention(input: PracticeInput['retention'], speak: Speak): Retention {
  if (typeof input === 'string') return { rule: input, period: null, timetable: null }
  const { rule, period, timetable } = input
  return { rule, period: period === undefined ? null : (parseDuration(period) ?? null), timetable: speak(timetable) }
}

function unfoldPractice(id: string, input: PracticeInput, speak: Speak): PracticeDeclaration {
  return {
    id,
    name: speak(input.name),
    reason: speak(input.reason),
    data: input.data.map(datum => unfoldDatum(datum, speak)),
    purposes: unfoldUses<PurposeId, UseInput>(input.purposes, PURPOSES).map(([id, use]) => unfoldUse(id, use, speak)),
    recipients: unfoldRecipients(input.recipients, speak),
    retention: unfoldRetention(input.retention, speak),
    identifiable: input.identifiable ?? null,
    mandatory: input.mandatory ?? null,
    basis: input.basis ?? null,
  }
}

const usesOf = (uses: PurposeId | PurposeId[] | undefined): readonly PurposeId[] | null =>
  uses === undefined ? null : [...new Set(many(uses))]

function unfoldCookie(input: NonNullable<DeclarationInput['cookies']>[number], speak: Speak): CookieDeclaration {
  return {
    name: input.name,
    host: input.host === undefined ? null : (parseHostPattern(input.host, '.') ?? null),
    path: input.path ?? null,
    lifetime: lifetimeOf(input.lifetime),
    party: input.party ?? null,
    setBy: speak(input['set-by']),
    practice: input.practice,
    purpose: speak(input.purpose),
    uses: usesOf(input.uses),
  }
}

function unfoldStorage(input: NonNullable<DeclarationInput['storage']>[number], speak: Speak): StorageDeclaration {
  return {
    area: input.area,
    key: input.key,
    origin: input.origin === undefined ? null : (parseOrigin(input.origin) ?? null),
    lifetime: input.lifetime === undefined ? null : lifetimeOf(input.lifetime),
    practice: input.practice,
    purpose: speak(input.purpose),
    uses: usesOf(input.uses),
  }
}

function unfoldDispute(input: NonNullable<DeclarationInput['disputes']>[number], speak: Speak): Dispute {
  return {
    type: input.type,
    service: parseUrl(input.service)?.href ?? input.service,
    description: speak(input.description),
    remedies: [...new Set(many(input.remedies))],
  }
}

/** All short forms written out. */
export function unfold(input: DeclarationInput): Declaration {
  const languages = [...new Set(many(input.site.languages))]
  const speak: Speak = text => (text === undefined ? null : inEvery(languages, text))
  const access = typeof input.access === 'string' ? { rule: input.access } : input.access
  const { header, scope, style, test } = input.p3p ?? {}
  return {
    site: unfoldSite(input.site, languages, speak),
    effective: input.effective ?? null,
    protection: speak(input.protection),
    disclosure: speak(input.disclosure),
    claims: [...new Set(many(input.claims))],
    access: { rule: access.rule, how: 'how' in access ? speak(access.how) : null },
    disputes: (input.disputes ?? []).map(dispute => unfoldDispute(dispute, speak)),
    practices: Object.entries(input.practices).map(([id, practice]) => unfoldPractice(id, practice, speak)),
    cookies: (input.cookies ?? []).map(cookie => unfoldCookie(cookie, speak)),
    storage: (input.storage ?? []).map(storage => unfoldStorage(storage, speak)),
    p3p: { header: header ?? null, scope: scope ?? null, style: style ?? null, test: test ?? null },
  }
}
