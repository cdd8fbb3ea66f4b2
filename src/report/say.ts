import { type Language, type ReportMessages, report, sayBrowsers, sayIssue, sayTreatment } from '../messages/index.ts'
import type { Finding, SiteObservation, State } from '../model/index.ts'
import { groupAlike, STATES } from '../model/index.ts'
import { printable } from './printable.ts'
import { countFindings, type Report, type SiteReport } from './report.ts'
import { sayStates, sayUnseen, sayUnseenPages, wasSeen } from './say-unseen.ts'
import type { SeenCookieVerdict } from './verdicts.ts'

/** A finding in one sentence. */
export const sayFinding = ({ issue }: Finding, language: Language): string => printable(sayIssue(issue, language))

/** What it is about, in a few words. */
export function saySubject({ subject }: Finding, language: Language): string {
  const words = report[language]
  const space = subject.indexOf(' ')
  const [kind, name] = [subject.slice(0, space), subject.slice(space + 1)]
  const state = STATES.find(each => kind === 'state' && each === name)
  return state === undefined ? `${words.subject({ kind })} ${printable(name)}` : words[`state.${state}`]
}

/** What to do about it. */
export const sayMend = ({ issue }: Finding, language: Language): string => {
  const key = `mend.${issue.code}` as keyof ReportMessages
  const said: unknown = report[language][key]
  return typeof said === 'string' ? said : ''
}

/** When something was seen: in a word where it was always. */
export const sayWhen = (states: readonly State[], language: Language): string =>
  states.length === STATES.length ? report[language]['state.every'] : sayStates(states, language)

export const sayEngines = ({ engines }: SiteObservation, language: Language): string =>
  engines.map(({ engine, version }) => `${report[language][`engine.${engine}`]} ${printable(version)}`).join(', ')

/** Whether the site keeps its word, in one sentence. */
export function sayVerdict({ site, findings }: SiteReport, { file }: Pick<Report, 'file'>, language: Language): string {
  const words = report[language]
  const url = printable(site.url)
  // No praise for what nobody has looked at.
  if (!wasSeen(site)) return words['verdict.unseen']({ url })
  if (file === null) return words['verdict.unjudged']({ url })
  const { error, warning, note } = countFindings(findings)
  if (error > 0) return words['verdict.broken']({ url, errors: error, warnings: warning, notes: note })
  if (warning + note === 0) return words['verdict.kept']({ url })
  const both = warning > 0 && note > 0 ? 'yes' : 'no'
  return words['verdict.doubtful']({ url, warnings: warning, notes: note, both })
}

/** How much was looked at, and what was not, and why. */
export function sayLooked({ site }: SiteReport, language: Language): readonly string[] {
  const seen = STATES.filter(state => site.states[state] === 'seen')
  const pages = site.pages.length
  const looked = { pages, states: sayStates(seen, language), engines: sayEngines(site, language) }
  return [
    ...(seen.length === 0 ? [] : [report[language].looked(looked)]),
    ...sayUnseen(site, language),
    ...sayUnseenPages(site, language),
  ]
}

/** Where a finding was seen, in a few words. */
export function sayPages({ pages }: Finding, language: Language): string {
  const [first] = pages
  return first === undefined ? '' : report[language]['on-pages']({ count: pages.length, first: printable(first) })
}

/** Browsers by name; one word for all of them. */
const sayAnyBrowsers = (ids: readonly string[], of: number, language: Language): string =>
  ids.length === of ? report[language]['browsers.all'] : sayBrowsers(ids, language)

/** What browsers do with a cookie, those that do the same together. */
export function sayTreatments(treatments: SeenCookieVerdict['treatments'], language: Language): readonly string[] {
  const all = Object.entries(treatments)
  return groupAlike(all, ([, treatment]) => `${treatment.outcome} ${sayTreatment(treatment, language)}`).map(group => {
    const [[, treatment]] = group
    const ids = group.map(([id]) => id)
    const browsers = sayAnyBrowsers(ids, all.length, language)
    return report[language]['browsers.treat']({
      outcome: treatment.outcome === 'refused' ? 'refused' : 'kept',
      browsers,
      treatment: sayTreatment(treatment, language),
    })
  })
}
