import { term as words } from '../../messages/index.ts'
import type { Duration, LocalText, Policy, Practice, Use } from '../../model/index.ts'
import { type Link, type P3pTerm, toDpv } from '../../vocabulary/bridges/index.ts'
import type { CategoryId, PurposeId, RecipientId, RetentionId } from '../../vocabulary/index.ts'
import { dataName } from '../words/data-name.ts'
import { frame, inLanguages, type Node, some } from './node.ts'

/** What a site does is one case of what a concept means, so that even an exact one is the broader. */
const covers = ({ match }: Link): boolean => match === 'exact' || match === 'broader'

const namesOf = (links: readonly Link[]) => some([...new Set(links.map(({ to }) => to))])

const placed = (links: readonly Link[]): Node => ({
  'skos:broader': namesOf(links.filter(covers)),
  'skos:related': namesOf(links.filter(link => !covers(link))),
})

/** Where a term of P3P stands among the concepts of DPV. */
export const placeOf = (term: P3pTerm): Node => ({ 'skos:notation': term.id, ...placed(toDpv(term)) })

/** Whether the visitor can have it otherwise, and where. */
function choiceNode({ choice }: Use<string>, { site }: Policy): Node {
  const links = toDpv({ family: 'choice', id: choice })
  return {
    'dpv:hasEntityInvolvement': namesOf(links.filter(covers)),
    'dpv:isExercisedAt': choice === 'always' || site.choicesPage === null ? undefined : site.choicesPage,
  }
}

export const purposeNode = (use: Use<PurposeId>, policy: Policy): Node => ({
  '@type': frame('dpv:Purpose'),
  'skos:prefLabel': inLanguages(policy, language => words[language][`purpose.${use.id}`]),
  ...placeOf({ family: 'purpose', id: use.id }),
  'dct:description': use.text ?? undefined,
  ...choiceNode(use, policy),
})

export const recipientNode = (recipient: Practice['recipients'][number], policy: Policy): Node => ({
  '@type': frame('dpv:Recipient'),
  'skos:prefLabel': inLanguages(policy, language => words[language][`recipient.${recipient.id satisfies RecipientId}`]),
  ...placeOf({ family: 'recipient', id: recipient.id }),
  'dct:description': recipient.text ?? undefined,
  'dpv:hasIdentifier': some(recipient.hosts),
  ...choiceNode(recipient, policy),
})

const UNITS = {
  second: 'time:unitSecond',
  minute: 'time:unitMinute',
  hour: 'time:unitHour',
  day: 'time:unitDay',
  week: 'time:unitWeek',
  month: 'time:unitMonth',
  year: 'time:unitYear',
} as const satisfies Readonly<Record<Duration['unit'], string>>

/** A stretch of time; `session`: until the browser is closed; null: nobody can tell. */
export function durationNode(duration: Duration | 'session' | null): Node {
  if (duration === null) return { '@type': frame('dpv:IndeterminateDuration') }
  if (duration === 'session') return { '@type': frame('dpv:UntilEventDuration') }
  return {
    '@type': ['time:Duration', frame('dpv:TemporalDuration')],
    'time:numericDuration': String(duration.count),
    'time:unitType': UNITS[duration.unit],
  }
}

export const retentionNode = ({ rule, period, timetable }: Practice['retention'], policy: Policy): Node => ({
  '@type': frame('dpv:StorageCondition'),
  'skos:prefLabel': inLanguages(policy, language => words[language][`retention.${rule satisfies RetentionId}`]),
  ...placeOf({ family: 'retention', id: rule }),
  'dct:description': timetable ?? undefined,
  'dpv:hasDuration': period === null ? undefined : durationNode(period),
})

/** What a datum is; by its categories where its own name says nothing of that: cookies, data of the site's own. */
function datumLinks(ref: string, categories: readonly CategoryId[]): readonly Link[] {
  const own = toDpv({ family: 'data', id: ref })
  if (own.some(covers)) return own
  return [...own, ...categories.flatMap(id => toDpv({ family: 'category', id }))]
}

export function datumNode(datum: Practice['data'][number], practice: Practice, policy: Policy): Node {
  const name: LocalText = datum.name ?? inLanguages(policy, language => dataName(datum, language))
  return {
    '@type': frame(practice.identifiable ? 'dpv:PersonalData' : 'dpv:AnonymisedData'),
    'skos:prefLabel': name,
    'skos:notation': datum.ref,
    ...placed(datumLinks(datum.ref, datum.categories)),
    'dpv:hasNecessity': datum.optional ? frame('dpv:Optional') : undefined,
  }
}
