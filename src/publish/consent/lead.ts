import { consent as messages } from '../../messages/index.ts'
import type { Question } from '../../model/index.ts'
import { inlinesHtml } from '../html/inline.ts'
import { said } from '../notice/context.ts'
import { type Inlines, strong } from '../notice/nodes.ts'
import { weave, weaveList } from '../words/weave.ts'
import { askedNow, neverAnswered, settledBySignal } from './asked.ts'
import { aspectsIn } from './aspects.ts'
import { changedFactsHtml } from './facts.ts'
import { contextOf, practiceNamed } from './practices.ts'
import type { ConsentView } from './view.ts'

/** Their names in a sentence; nothing where there are none. */
function namesOf(view: ConsentView, ids: readonly string[]): Inlines | null {
  const context = contextOf(view)
  const names = ids
    .map(id => practiceNamed(view, id))
    .filter(practice => practice !== undefined)
    .map((practice): Inlines => [said(context, practice.name)])
  return names.length === 0 ? null : weaveList(names, view.language)
}

function firstLead(view: ConsentView): readonly Inlines[] {
  const text = messages[view.language]
  const open = askedNow(view).filter(({ practice }) => view.standing.get(practice)?.because !== 'signal')
  const of = (need: string) =>
    namesOf(
      view,
      open.filter(({ needs }) => needs === need).map(({ practice }) => practice),
    )
  const consent = of('consent')
  const objection = of('objection')
  const site: Inlines = [said(contextOf(view), view.policy.site.name)]
  return [
    ...(consent === null ? [] : [weave({ site, practices: consent }, text['lead.consent'])]),
    ...(objection === null ? [] : [weave({ practices: objection }, text['lead.objection'])]),
    [text['lead.mind']],
  ]
}

/** Who has answered before is told what is new and what is other than it was, and that the rest stays. */
function laterLead(view: ConsentView): readonly Inlines[] {
  const text = messages[view.language]
  const parts = (['changed', 'new'] as const).map(because => {
    const of = view.questions.filter(question => question.because === because && question.changed.length === 0)
    const practices = namesOf(
      view,
      of.map(({ practice }) => practice),
    )
    return practices === null ? [] : weave({ practices }, text[`lead.${because}`])
  })
  return [...parts.filter(part => part.length > 0), [text['lead.rest']]]
}

/** What has changed in a practice, and what it says now. */
function changeHtml(view: ConsentView, { practice: id, changed }: Question): string {
  const { language } = view
  const declared = practiceNamed(view, id)
  if (declared === undefined || changed.length === 0) return ''
  const context = contextOf(view)
  const parts = { practice: [strong(said(context, declared.name))], aspects: aspectsIn(changed, language) }
  const sentence = weave(parts, messages[language]['lead.changed.what'])
  const facts = changedFactsHtml(context, declared, changed)
  return `<div class="candor-change"><p>${inlinesHtml(sentence, language)}</p>${facts}</div>`
}

/** The sentences under the notice's heading, and what the browser's signal has settled. */
export function leadHtml(view: ConsentView): string {
  const { language } = view
  const isFirst = neverAnswered(view)
  const changes = isFirst ? '' : view.questions.map(question => changeHtml(view, question)).join('')
  const sentences = isFirst ? firstLead(view) : laterLead(view)
  const lead = sentences.map(sentence => inlinesHtml(sentence, language)).join(' ')
  return `${changes}<p class="candor-lead">${lead}</p>${signalHtml(view)}`
}

export const signalHtml = (view: ConsentView): string =>
  settledBySignal(view)
    ? `<p class="candor-signal">${inlinesHtml([messages[view.language].gpc], view.language)}</p>`
    : ''
