import { type Language, draft as messages } from '../../messages/index.ts'
import type { P3pDispute, P3pPolicy } from '../../model/index.ts'
import { parseUrl } from '../schema/values.ts'
import { clean, type Draft, Drafting, type DraftTable, type DraftValue, oneOrMany, table } from './draft.ts'
import { draftCookies } from './draft-cookies.ts'
import { draftPractice, statementName } from './draft-practice.ts'
import { draftSite } from './draft-site.ts'
import { ownDataOf, type P3pSource } from './source.ts'
import { say } from './variants.ts'

/** What both descriptions say; the long one alone where it begins with the short. */
function describe({ shortDescription, longDescription }: P3pDispute): string | null {
  const [short, long] = [clean(shortDescription ?? ''), clean(longDescription ?? '')]
  return (long.startsWith(short) ? long : [short, long].filter(text => text !== '').join(' – ')) || null
}

/** P3P 1.0, 3.2.6 DISPUTES. */
function draftDispute(
  dispute: P3pDispute,
  at: number,
  { variants, policyUrl }: P3pSource,
  drafting: Drafting,
): DraftTable {
  const service = parseUrl(dispute.service, policyUrl ?? undefined)?.href
  const written = clean(dispute.service)
  if (dispute.image !== null) drafting.lose('dispute', 'IMG', ['disputes', at])
  if (dispute.verification !== null) drafting.lose('dispute', 'verification', ['disputes', at])
  const asked = written === '' ? drafting.ask('ask.dispute-service') : drafting.ask('ask.value', { value: written })
  const describeIn = (policy: P3pPolicy) => {
    const found = policy.disputes[at]
    return found === undefined ? null : describe(found)
  }
  return table({
    type: dispute.type ?? drafting.ask('ask.dispute-type'),
    service: service ?? asked,
    description: say(variants, describeIn, drafting),
    remedies: dispute.remedies.length > 0 ? oneOrMany(dispute.remedies) : undefined,
  })
}

/** `Access log` is `access-log`; a name without Latin letters is the statement's number. */
function practiceIds({ statements }: P3pPolicy): readonly string[] {
  const taken = new Set<string>()
  return statements.map((statement, at) => {
    const words = (statementName(statement) ?? '').toLowerCase().match(/[a-z0-9]+/g) ?? []
    const slug =
      words
        .join('-')
        .replace(/^[0-9-]+/, '')
        .slice(0, 48)
        .replace(/-$/, '') || `practice-${at + 1}`
    let id = slug
    for (let number = 2; taken.has(id); number++) id = `${slug}-${number}`
    taken.add(id)
    return id
  })
}

function draftPractices(source: P3pSource, ids: readonly string[], drafting: Drafting): DraftValue {
  if (ids.length === 0) return drafting.ask('ask.practices')
  const own = ownDataOf(source.schema)
  const { variants } = source
  return Object.fromEntries(
    ids.map((id, at) => [id, draftPractice({ variants, at, own, path: ['practices', id] }, drafting)]),
  )
}

const policyExtensions = ({ extensions, disputes }: P3pPolicy) => [
  ...extensions,
  ...disputes.flatMap(dispute => dispute.extensions),
]

function addNotes(source: P3pSource, lead: P3pPolicy, drafting: Drafting) {
  const text = messages[drafting.language]
  if (lead.entity.length > 0) drafting.note(['site', 'name'], text['note.site-name'])
  if (source.siteUrl === null) drafting.note(['site', 'url'], text['note.site-url'])
  if (lead.statements.length > 0) drafting.note(['practices'], text['note.practices'])
}

/**
 * A declaration that compiles to the same policy, as far as P3P tells. What it does not tell is a question in the
 * place of the answer, in the given language; what a declaration has no place for is an issue.
 */
export function declarationFromP3p(source: P3pSource, language: Language): Draft {
  const drafting = new Drafting(language)
  const [{ policy }] = source.variants
  const ids = practiceIds(policy)
  for (const { content } of policyExtensions(policy)) {
    for (const child of content) if (typeof child !== 'string') drafting.lose('extension', child.name)
  }
  const declaration = table({
    candor: 1,
    site: draftSite(source, policy, drafting),
    access: policy.access ?? drafting.ask('ask.access'),
    disputes:
      policy.disputes.length > 0
        ? policy.disputes.map((dispute, at) => draftDispute(dispute, at, source, drafting))
        : undefined,
    practices: draftPractices(source, ids, drafting),
    cookies: draftCookies(source, policy, ids, drafting),
    p3p: policy.test ? { test: true } : undefined,
  })
  addNotes(source, policy, drafting)
  return { declaration, notes: drafting.notes, issues: drafting.issues }
}
