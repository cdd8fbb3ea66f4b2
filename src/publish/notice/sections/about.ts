import { formatDate } from '../../words/format.ts'
import type { Context } from '../context.ts'
import {
  code,
  type Fact,
  facts,
  type Inlines,
  link,
  list,
  paragraph,
  type Section,
  section,
  type Translation,
} from '../nodes.ts'

/** Since when the policy holds, to be put into a sentence or a table; empty where it does not say. */
export const sinceDate = ({ policy, language }: Context): Inlines =>
  policy.effective === null
    ? []
    : [{ kind: 'time', date: policy.effective, text: formatDate(policy.effective, language) }]

const translationItem = ({ href, language, name }: Translation): Inlines => [
  { kind: 'link', href, hreflang: language, content: [{ kind: 'said', text: name, language }] },
]

/** The same policy in its other forms. */
function formsOf({ text, href, language }: Context): readonly Inlines[] {
  return [
    [link(href('w3c/p3p.xml'), text['about.p3p'])],
    [link(href('w3c/policy.xml'), text['about.policy-xml'])],
    [link(href('policy.json'), text['about.policy-json'])],
    [link(href('.well-known/gpc.json'), text['about.gpc'])],
    [link(href(`notice/${language}/notice.md`), text['about.markdown'])],
    [link(href(`label/${language}.svg`), text['about.label'])],
  ]
}

/** Since when, which version, in which languages and for which programs. */
export function aboutSection(context: Context, translations: readonly Translation[]): Section {
  const { text, policy, language } = context
  const since = sinceDate(context)
  const others = translations.filter(translation => translation.language !== language)
  const all: readonly Fact[] = [
    {
      name: [text['about.since']],
      blocks: [paragraph(...(since.length === 0 ? [text['about.since.unknown']] : since))],
    },
    { name: [text['about.hash']], blocks: [paragraph(code(policy.hash)), paragraph(text['about.hash.means'])] },
    ...(others.length === 0 ? [] : [{ name: [text['about.languages']], blocks: [list(others.map(translationItem))] }]),
    { name: [text['about.machines']], blocks: [list(formsOf(context))] },
  ]
  return section('about', [text['about.title']], [facts(all)])
}
