import { consent as messages, term } from '../../messages/index.ts'
import { CONSENT_ASPECTS, type ConsentAspect, type Practice, type Use } from '../../model/index.ts'
import { escapeText } from '../html/escape.ts'
import { inlinesHtml } from '../html/inline.ts'
import type { Context } from '../notice/context.ts'
import { code, type Inlines, LINE_BREAK, lines } from '../notice/nodes.ts'
import { datumName, keptFor } from '../notice/sections/practices.ts'
import { purposeName, recipientName } from '../notice/uses.ts'
import { capitalize, enumerateTerms } from '../words/format.ts'
import { weaveList } from '../words/weave.ts'

/** A fact by its name. */
type Fact = readonly [name: string, content: Inlines]

/**
 * How far a use depends on the visitor. Whatever is asked is asked of the whole practice, so that this is told only where
 * it may be what has changed.
 */
const choiceOf = ({ text }: Context, { choice }: Use<string>, isChanged: boolean): Inlines =>
  isChanged && choice !== 'always' ? [': ', text[`choice.${choice}`]] : []

const hostsOf = (hosts: readonly string[]): Inlines =>
  hosts.length === 0 ? [] : [' (', ...hosts.flatMap((host, at) => [at === 0 ? '' : ', ', code(host)]), ')']

/** By name; of which kinds they are only where that may be what has changed. */
function dataOf(context: Context, { data, categories }: Practice, isChanged: boolean): Inlines {
  const { language } = context
  const names = weaveList(
    data.map(datum => [datumName(context, datum)]),
    language,
  )
  const [first = '', ...others] = names
  const kinds = categories.map(id => term[language][`category.${id}`])
  return [
    typeof first === 'string' ? capitalize(first, language) : first,
    ...others,
    ...(kinds.length === 0 || !isChanged ? [] : [LINE_BREAK, capitalize(enumerateTerms(kinds, language), language)]),
  ]
}

/** What each aspect comes to. */
const ASPECTS: Readonly<Record<ConsentAspect, (context: Context, practice: Practice, isChanged: boolean) => Fact>> = {
  data: (context, practice, isChanged) => [context.text['practice.data'], dataOf(context, practice, isChanged)],
  purposes: (context, { purposes }, isChanged) => [
    context.text['practice.uses'],
    lines(purposes.map(use => [...purposeName(context, use), ...choiceOf(context, use, isChanged)])),
  ],
  recipients: (context, { recipients }, isChanged) => [
    context.text['practice.recipients'],
    lines(
      recipients.map(use => [
        ...recipientName(context, use),
        ...hostsOf(use.hosts),
        ...choiceOf(context, use, isChanged),
      ]),
    ),
  ],
  retention: (context, { retention }, isChanged) => [
    context.text['practice.retention'],
    isChanged && retention.period !== null
      ? [keptFor(context, retention), '. ', context.text[`keep.${retention.rule}`]]
      : [keptFor(context, retention)],
  ],
  identifiable: ({ text }, { identifiable }) => [
    text['practice.identity'],
    [text[`practice.identity.${identifiable ? 'yes' : 'no'}`]],
  ],
}

/** What is kept on the device for the practice, by name. */
function keptOnDevice({ policy, language }: Context, { id }: Practice): readonly Fact[] {
  const names = [
    ...policy.cookies.filter(({ practice }) => practice === id).map(({ name }) => name),
    ...policy.storage.filter(({ practice }) => practice === id).map(({ key }) => key),
  ]
  const kept = [...new Set(names)].flatMap((name, at) => [at === 0 ? '' : ', ', code(name)])
  return kept.length === 0 ? [] : [[messages[language].device, kept]]
}

const rowHtml = ([name, content]: Fact, { language }: Context, mark = ''): string =>
  `<div><dt>${escapeText(name)}${mark}</dt><dd>${inlinesHtml(content, language)}</dd></div>`

/** Marks what is new, or is other than it was. */
export const markHtml = (because: 'new' | 'changed', { language }: Pick<Context, 'language'>): string =>
  ` <span class="candor-mark">${escapeText(messages[language][`mark.${because}`])}</span>`

/**
 * What a person must know to decide: which data, what for, who gets them, for how long, and what is put on their device;
 * whether the data can be linked to them, where that has changed.
 */
export function factsHtml(context: Context, practice: Practice, changed: readonly ConsentAspect[] = []): string {
  const told = CONSENT_ASPECTS.filter(aspect => aspect !== 'identifiable' || changed.includes(aspect))
  const rows = told.map(aspect => {
    const isChanged = changed.includes(aspect)
    return rowHtml(
      ASPECTS[aspect](context, practice, isChanged),
      context,
      isChanged ? markHtml('changed', context) : '',
    )
  })
  return `<dl>${rows.join('')}${keptOnDevice(context, practice)
    .map(fact => rowHtml(fact, context))
    .join('')}</dl>`
}

/** Only what has changed, as it is now. */
export const changedFactsHtml = (context: Context, practice: Practice, changed: readonly ConsentAspect[]): string =>
  `<dl>${changed.map(aspect => rowHtml(ASPECTS[aspect](context, practice, true), context)).join('')}</dl>`
