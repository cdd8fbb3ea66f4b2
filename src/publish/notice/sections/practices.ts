import { term } from '../../../messages/index.ts'
import type { Datum, Practice, Retention } from '../../../model/index.ts'
import { LEGAL_BASES, type LegalBasisId } from '../../../vocabulary/index.ts'
import { dataName } from '../../words/data-name.ts'
import { capitalize, enumerateTerms, formatDuration } from '../../words/format.ts'
import { weave, weaveList } from '../../words/weave.ts'
import { type Context, choicesPage, said, saidParagraphs } from '../context.ts'
import {
  type Block,
  type Fact,
  facts,
  type Inline,
  type Inlines,
  lines,
  link,
  list,
  mark,
  paragraph,
  type Section,
  section,
  table,
} from '../nodes.ts'
import { dependingOnChoice, purposeInFull, purposeInShort, recipientInFull, recipientInShort } from '../uses.ts'

/** Where a practice is described. */
const practiceAnchor = ({ policy }: Context, practice: Practice): string =>
  `practice-${policy.practices.indexOf(practice) + 1}`

export const practiceLink = (context: Context, practice: Practice): Inlines => [
  link(`#${practiceAnchor(context, practice)}`, said(context, practice.name)),
]

/** Marked is what may be left out where the rest must be given. */
function datumItem(context: Context, { mandatory }: Practice, datum: Datum): Inlines {
  const name = datumName(context, datum)
  return mandatory && datum.optional ? [name, ' ', mark('plain', context.text['practice.optional'])] : [name]
}

/** A datum by the site's own words, else by the schema's. */
export const datumName = (context: Context, datum: Datum): Inline =>
  datum.name === null ? capitalize(dataName(datum, context.language), context.language) : said(context, datum.name)

export const keptFor = ({ text, language }: Context, { period, rule }: Retention): string =>
  period === null ? text[`keep.${rule}`] : capitalize(formatDuration(period, language), language)

function retentionBlocks(context: Context, retention: Retention): readonly Block[] {
  const { text, language } = context
  const { period, rule, timetable } = retention
  const length = period === null ? [] : [`${formatDuration(period, language)}. `]
  return [paragraph(...length, text[`keep.${rule}`]), ...(timetable === null ? [] : saidParagraphs(context, timetable))]
}

/** GDPR, Article 6(1), has a letter for each basis, which every language counts in its own alphabet. */
function basisText({ text, language }: Context, basis: LegalBasisId): string {
  const letter = LEGAL_BASES.find(({ id }) => id === basis)?.article.at(-2) ?? ''
  return text['practice.basis.article']({ basis: term[language][`basis.${basis}`], letter })
}

function choiceBlocks(context: Context, practice: Practice): readonly Block[] {
  const { text, language } = context
  const sentences = (['opt-in', 'opt-out'] as const).flatMap(choice => {
    const names = dependingOnChoice(context, [practice], choice)
    if (names.length === 0) return []
    return [paragraph(...weave({ uses: weaveList(names, language) }, text[`practice.choice.${choice}`]))]
  })
  if (sentences.length === 0) return [paragraph(text['practice.choice.none'])]
  const page = choicesPage(context)
  const where = page.length === 0 ? [] : [paragraph(...weave({ page }, text['practice.choice.where']))]
  return [...sentences, ...where]
}

function practiceFacts(context: Context, practice: Practice): readonly Fact[] {
  const { text, language } = context
  const fact = (name: string, ...blocks: readonly Block[]): Fact => ({ name: [name], blocks })
  const kinds = practice.categories.map(id => term[language][`category.${id}`])
  return [
    fact(text['practice.data'], list(practice.data.map(datum => datumItem(context, practice, datum)))),
    ...(kinds.length === 0
      ? []
      : [fact(text['practice.kinds'], paragraph(capitalize(enumerateTerms(kinds, language), language)))]),
    fact(text['practice.uses'], list(practice.purposes.map(use => purposeInFull(context, use)))),
    fact(text['practice.recipients'], list(practice.recipients.map(use => recipientInFull(context, use)))),
    fact(text['practice.retention'], ...retentionBlocks(context, practice.retention)),
    fact(text['practice.mandatory'], paragraph(text[`practice.mandatory.${practice.mandatory ? 'yes' : 'no'}`])),
    fact(text['practice.identity'], paragraph(text[`practice.identity.${practice.identifiable ? 'yes' : 'no'}`])),
    ...(practice.basis === null ? [] : [fact(text['practice.basis'], paragraph(basisText(context, practice.basis)))]),
    fact(text['practice.choice'], ...choiceBlocks(context, practice)),
  ]
}

function practiceSection(context: Context, practice: Practice): Section {
  const { text } = context
  const bound = practice.mandatory ? text['practice.mandatory.mark'] : text['practice.voluntary.mark']
  return section(
    practiceAnchor(context, practice),
    [said(context, practice.name), ' ', mark('plain', bound)],
    [
      ...(practice.reason === null ? [] : saidParagraphs(context, practice.reason)),
      facts(practiceFacts(context, practice)),
    ],
  )
}

const overview = (context: Context): Block => {
  const { text, policy } = context
  return table(
    text['practices.overview'],
    [text['practice.group'], text['practice.uses'], text['practice.recipients'], text['practice.retention']],
    policy.practices.map(practice => [
      practiceLink(context, practice),
      lines(practice.purposes.map(use => purposeInShort(context, use))),
      lines(practice.recipients.map(use => recipientInShort(context, use))),
      [keptFor(context, practice.retention)],
    ]),
  )
}

/** The practices, in outline and one by one. */
export function practicesSection(context: Context): Section {
  const { text, policy } = context
  const count = policy.practices.length
  if (count === 0) return section('practices', [text['practices.title']], [paragraph(text['practices.none'])])
  return section(
    'practices',
    [text['practices.title']],
    [
      paragraph(text['practices.intro']({ count })),
      ...(count > 1 ? [overview(context)] : []),
      ...policy.practices.map(practice => practiceSection(context, practice)),
    ],
  )
}
