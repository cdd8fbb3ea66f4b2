import { type Language, report } from '../messages/index.ts'
import { type GapObservation, groupAlike, type SiteObservation, STATES, type State } from '../model/index.ts'
import { printable } from './printable.ts'

const LONGEST_REASON = 200

export const sayStates = (states: readonly State[], language: Language): string =>
  states.map(state => report[language][`state.${state}`]).join(', ')

/** What a choice failed of, as the gap's detail names it. */
const CHOICE_FAILURES = ['no-notice', 'no-answer', 'no-way-back', 'still-asks', 'nothing-changed'] as const

/** What a script failed of, with its own words behind a colon. */
const SCRIPT_FAILURES = {
  'not-found': 'unseen.script-found-nothing',
  'too-long': 'unseen.script-too-long',
  failed: 'unseen.script',
} as const

/** Others' words, in one line that is read at a glance. */
function bounded(text: string): string {
  const line = printable(text)
  return line.length <= LONGEST_REASON ? line : `${line.slice(0, LONGEST_REASON)} …`
}

function sayChoiceGap(detail: string, language: Language): string {
  const words = report[language]
  const failure = CHOICE_FAILURES.find(code => code === detail)
  if (failure !== undefined) return words[`unseen.${failure}`]
  const [, code = '', reason = ''] = /^([a-z-]+): (.*)$/s.exec(detail) ?? []
  const key = Object.entries(SCRIPT_FAILURES).find(([known]) => known === code)?.[1]
  return words[key ?? 'unseen.script']({ reason: bounded(key === undefined ? detail : reason) })
}

/** The browsers that were sought in vain, as a gap's detail names them. */
const NO_BROWSER = /^not found: (.*)$/s

/** Why something could not be seen, in a few words. */
export function sayGap({ what, why, detail }: GapObservation, language: Language): string {
  if (what === 'choice' && detail !== null) return sayChoiceGap(detail, language)
  const which = why === 'engine-cannot' ? NO_BROWSER.exec(detail ?? '')?.[1] : undefined
  if (which !== undefined) return report[language]['unseen.no-browser']({ which: bounded(which) })
  const said = report[language][`why.${why}`]
  return detail === null ? said : `${said}: ${bounded(detail)}`
}

/** The gap that tells why nothing came of a state: the choice that leads there, or the page. */
export function gapOf({ observations }: SiteObservation, state?: State): GapObservation | undefined {
  const gaps = observations.filter(seen => seen.kind === 'gap')
  const within = state === undefined ? gaps : gaps.filter(gap => gap.state === state)
  return within.find(({ what }) => what === 'choice') ?? within.find(({ what }) => what === 'page')
}

/** Whether anything at all came of a site. */
export const wasSeen = ({ states }: SiteObservation): boolean => Object.values(states).includes('seen')

/** The states that were not seen, those for one reason together. */
export function sayUnseen(site: SiteObservation, language: Language): readonly string[] {
  // Where the first state failed of the site itself, no other was tried.
  const common = wasSeen(site) ? undefined : gapOf(site)
  const unseen = STATES.filter(state => site.states[state] === 'could-not-look').map(state => {
    const gap = gapOf(site, state) ?? common
    return { state, why: gap === undefined ? report[language]['why.failed'] : sayGap(gap, language) }
  })
  return groupAlike(unseen, ({ why }) => why).map(alike =>
    report[language]['not-looked']({
      states: sayStates(
        alike.map(({ state }) => state),
        language,
      ),
      why: alike[0].why,
    }),
  )
}

/** How many pages gaps of one reason speak of: each page once, or those that are only counted. */
function pagesIn(gaps: readonly GapObservation[]): number {
  const counted = gaps.map(({ detail, more }) => (more === null ? 0 : more + (detail === null ? 0 : 1)))
  return Math.max(new Set(gaps.map(({ page }) => page)).size, ...counted)
}

/** The pages that did not come, or not wholly, in states that were seen: those for one reason together. */
export function sayUnseenPages({ observations, states }: SiteObservation, language: Language): readonly string[] {
  const gaps = observations.filter(
    (seen): seen is GapObservation => seen.kind === 'gap' && seen.what === 'page' && states[seen.state] === 'seen',
  )
  return groupAlike(gaps, ({ why }) => why).map(alike =>
    report[language]['not-wholly']({ pages: pagesIn(alike), why: sayGap(alike[0], language) }),
  )
}
