import { type Draft, Drafting, table, writeDraft } from '../../declare/drafting/index.ts'
import { type Language, draft as messages } from '../../messages/index.ts'
import type { SiteObservation } from '../../model/index.ts'
import { seenThings } from '../differences/seen-things.ts'
import { KNOWN_USES, type KnownCookies } from '../known/index.ts'
import { groupThings } from './group.ts'
import { draftCookies, draftStorage } from './kept.ts'
import { draftPractices } from './practices.ts'

export interface SiteDraftOptions {
  /** Of the texts and of the questions. */
  readonly language: Language
  /** Further knowledge of cookies that the person supplied. */
  readonly known?: KnownCookies
}

const addressOf = ({ url }: SiteObservation): string => (URL.canParse(url) ? `${new URL(url).origin}/` : url)

/**
 * A declaration of everything that was seen: cookies, storage, recipients and form fields, grouped into practices by
 * what is known of them. What cannot be seen from outside is a question in the place of the answer.
 */
export function draftOfSite(site: SiteObservation, { language, known = [] }: SiteDraftOptions): Draft {
  const drafting = new Drafting(language)
  const words = messages[language]
  const things = seenThings(site, null)
  const grouped = groupThings(things, known)
  const drafted = { things, grouped, drafting }
  const practices = draftPractices(things, grouped, drafting)
  const cookies = draftCookies(drafted)
  const storage = draftStorage(drafted)
  const asks = grouped.groups.some(({ use }) => KNOWN_USES[use].asks)
  drafting.note(['site', 'url'], words['note.seen-site'])
  drafting.note(['site', 'languages'], words['note.seen-language'])
  drafting.note(['practices'], words['note.seen-practices'])
  drafting.note(['cookies'], words['note.seen-cookies'])
  drafting.note(['storage'], words['note.seen-storage'])
  const declaration = table({
    candor: 1,
    site: table({
      name: drafting.ask('ask.site-name'),
      url: addressOf(site),
      languages: language,
      controller: { email: drafting.ask('ask.contact') },
      pages: asks ? { choices: drafting.ask('ask.choices') } : undefined,
    }),
    access: drafting.ask('ask.access'),
    practices,
    cookies,
    storage: storage.length > 0 ? storage : undefined,
  })
  return { declaration, notes: drafting.notes, issues: drafting.issues }
}

/** The same as the text of a `candor.yaml`. */
export const draftFromSite = (site: SiteObservation, options: SiteDraftOptions): string =>
  writeDraft(draftOfSite(site, options), addressOf(site), options.language)
