import type { IncomingMessage } from 'node:http'
import { consentTerms, toAsk } from '../../compile/index.ts'
import { isLanguage, type Language, negotiateLanguage } from '../../messages/index.ts'
import type { PracticeStanding } from '../../model/index.ts'
import type { Place, Visitor } from '../door/index.ts'
import { type HostRules, hostRules } from './html/host-rules.ts'
import type { Origin } from './http/request-head.ts'
import type { Enforcement } from './options.ts'
import { readableOnly } from './page/content-coding.ts'
import { type Conditions, conditionsOf, visitTag } from './page/visit-tag.ts'

/** What is the same for all visitors with the same standing. */
interface Look {
  readonly rules: HostRules | null
  readonly tags: Map<string, string>
}

/** A request of a visitor to a site that is held to its policy. */
export interface Visit {
  readonly enforcement: Enforcement
  readonly visitor: Visitor
  readonly place: Place
  readonly language: Language
  /** Of the page, absolute. */
  readonly url: string
  readonly cookie: string | undefined
  readonly acceptLanguage: string | undefined
  readonly acceptEncoding: string | undefined
  /** Null: pages pass as they are. */
  readonly page: PageVisit | null
}

export interface PageVisit {
  /** How pages look to this visitor. */
  readonly tag: string
  readonly rules: HostRules | null
  /** Whether the answer is to be shown as a page of its own: there the notice belongs. */
  readonly isDocument: boolean
  readonly conditions: Conditions
}

/** Fetch Metadata, 2.1: what a page is asked for as; without it, by what is accepted. */
function destinationOf({ headers }: IncomingMessage): { readonly isDocument: boolean; readonly mayBePage: boolean } {
  const destination = headers['sec-fetch-dest']
  if (destination !== undefined)
    return {
      isDocument: destination === 'document',
      mayBePage: ['document', 'iframe', 'frame', 'embed', 'object', 'empty'].includes(String(destination)),
    }
  const byScript = headers['x-requested-with'] !== undefined
  return { isDocument: !byScript, mayBePage: true }
}

/** A site tried under another name, of this machine or of a rehearsal, is judged as the site that is declared. */
function declaredHost(site: string, host: string): string {
  const name = host.replace(/:\d+$/, '').toLowerCase()
  return name === site || name.endsWith(`.${site.replace(/^www\./, '')}`) ? host : site
}

/** Works out visits; what follows from a policy and a standing is worked out once. */
export function createVisits(enforcement: Enforcement) {
  const { policy, door, consent } = enforcement
  const [first = 'en', ...others] = policy.site.languages.filter(isLanguage)
  const terms = consentTerms(policy)
  const asks = consent !== null && terms.some(({ needs, signal }) => needs !== 'nothing' || signal)
  const site = new URL(policy.site.url).hostname
  const looks = new WeakMap<ReadonlyMap<string, PracticeStanding>, Look>()

  function lookFor({ standing }: Visitor): Look {
    let look = looks.get(standing)
    if (look === undefined) {
      look = { rules: hostRules(policy, standing), tags: new Map() }
      looks.set(standing, look)
    }
    return look
  }

  function tagFor(visitor: Visitor, look: Look, language: Language): string {
    // Who makes up a choice that cannot be read spoils nothing for those whose choice it resembles.
    const key = `${language} ${visitor.choice === null}`
    const known = look.tags.get(key)
    if (known !== undefined) return known
    const tag = visitTag(policy, visitor, { language, questions: toAsk(terms, visitor.choice, visitor.signal) })
    look.tags.set(key, tag)
    return tag
  }

  return (request: IncomingMessage, { host, https }: Origin, path: string): Visit => {
    const { headers } = request
    const visitor = door.visitor(headers.cookie ?? null, headers['sec-gpc']?.toString() ?? null)
    const language = negotiateLanguage(headers['accept-language'], [first, ...others])
    const place = { host: declaredHost(site, host), path, https }
    const url = `http${https ? 's' : ''}://${host}${path}`
    const visit = {
      enforcement,
      visitor,
      place,
      language,
      url,
      cookie: headers.cookie,
      acceptLanguage: headers['accept-language'],
      acceptEncoding: headers['accept-encoding']?.toString(),
    }
    const { isDocument, mayBePage } = destinationOf(request)
    if (!asks || !mayBePage) return { ...visit, page: null }
    const look = lookFor(visitor)
    const tag = tagFor(visitor, look, language)
    const forPage = isDocument && headers['sec-fetch-dest'] !== undefined
    return { ...visit, page: { tag, rules: look.rules, isDocument, conditions: conditionsOf(headers, tag, forPage) } }
  }
}

/** What is asked of the site behind otherwise than the visitor asked. */
export function replacedFor({ page, acceptEncoding }: Visit): Readonly<Record<string, string | null>> {
  if (page === null) return {}
  return acceptEncoding === undefined
    ? page.conditions.replaced
    : { ...page.conditions.replaced, 'accept-encoding': readableOnly(acceptEncoding) }
}
