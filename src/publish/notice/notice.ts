import { isLanguage, type Language } from '../../messages/index.ts'
import type { CookieTable, LevelReport, Policy } from '../../model/index.ts'
import { nameOfLanguage } from '../words/format.ts'
import { weave } from '../words/weave.ts'
import { type Context, createContext, linkTo, said } from './context.ts'
import { type Notice, type Section, type Translation, warning } from './nodes.ts'
import { aboutSection, sinceDate } from './sections/about.ts'
import { accessSection } from './sections/access.ts'
import { browsersSection } from './sections/browsers.ts'
import { choicesSection } from './sections/choices.ts'
import { compactSection } from './sections/compact.ts'
import { cookiesSection } from './sections/cookies.ts'
import { disputesSection } from './sections/disputes.ts'
import { glanceSection } from './sections/glance.ts'
import { practicesSection } from './sections/practices.ts'
import { protectionSection } from './sections/protection.ts'
import { verdictsSection } from './sections/verdicts.ts'
import { whoSection } from './sections/who.ts'

export interface NoticeOptions {
  readonly language: Language
  /** What a browser with privacy levels does with the cookies; without it that section is left out. */
  readonly verdicts?: LevelReport
  /** What today's browsers do with them; the same. */
  readonly treatments?: CookieTable
  /** From a published path (`policy.json`) to what a link to it says; by default relative to `notice/LANG/`. */
  readonly href?: (path: string) => string
}

const relative = (path: string): string => `../../${path}`

const translationsOf = ({ policy, href }: Context): readonly Translation[] =>
  policy.site.languages.filter(isLanguage).map(language => ({
    language,
    name: nameOfLanguage(language),
    href: href(`notice/${language}/index.html`),
  }))

/** A visitor's questions first, then what browsers are told and make of it. */
function sectionsOf(
  context: Context,
  options: NoticeOptions,
  translations: readonly Translation[],
): readonly Section[] {
  const { verdicts, treatments } = options
  const sections = [
    whoSection(context),
    glanceSection(context),
    protectionSection(context),
    practicesSection(context),
    cookiesSection(context),
    choicesSection(context),
    accessSection(context),
    disputesSection(context),
    compactSection(context),
    verdicts === undefined ? null : verdictsSection(context, verdicts),
    treatments === undefined ? null : browsersSection(context, treatments),
    aboutSection(context, translations),
  ]
  return sections.filter(section => section !== null)
}

/** The policy as a notice for people, in one language. */
export function notice(policy: Policy, options: NoticeOptions): Notice {
  const context = createContext(policy, options.language, options.href ?? relative)
  const { text, language, href } = context
  const translations = translationsOf(context)
  const date = sinceDate(context)
  return {
    language,
    site: linkTo(policy.site.url, said(context, policy.site.name)),
    title: text.title,
    titleOfSite: text['title.of']({ site: said(context, policy.site.name).text }),
    since: date.length === 0 ? [] : weave({ date }, text['in-force']),
    lead: [
      ...(policy.p3p.test ? [warning(text.trial)] : []),
      { kind: 'paragraph', role: 'lead', content: [text.lead] },
    ],
    sections: sectionsOf(context, options, translations),
    translations,
    reference: href('w3c/p3p.xml'),
    words: { skip: text.skip, contents: text.contents, languages: text.languages },
  }
}
