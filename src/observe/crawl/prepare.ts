import type { Observation, State } from '../../model/index.ts'
import { type ChoosingOptions, type Chosen, choose, notChosen, waitForNotice } from '../choosing/choose.ts'
import { marksOf, signsOfChange } from '../choosing/marks.ts'
import { runScript } from '../choosing/script.ts'
import { withdraw } from '../choosing/withdraw.ts'
import type { Looking } from '../looking/looking.ts'
import { type Crawl, gapIn, type Leg } from './crawl.ts'
import { visitPatiently } from './visit-patiently.ts'

/** A page looked at before the choice, so that what consent allows is there to be withdrawn. */
const MOST_BEFORE_WITHDRAWAL = 3

/** What the visitor says first in a state; nothing in the others. */
const ACTS: Partial<Readonly<Record<State, 'accept' | 'refuse'>>> = {
  accepted: 'accept',
  refused: 'refuse',
  withdrawn: 'accept',
}

async function letScriptAct(looking: Looking, crawl: Crawl, state: State): Promise<void> {
  const { script, limits } = crawl.settings
  if (script !== undefined) await runScript(script.run, looking, { state, limits })
}

/** The script may have made the choice: then the page asks no longer, and something is other than before. */
async function chooseFirst(looking: Looking, crawl: Crawl, act: 'accept' | 'refuse'): Promise<Chosen> {
  const { settings } = crawl
  const options: ChoosingOptions = { start: settings.url, limits: settings.limits }
  await visitPatiently(looking, settings.url, settings)
  if (settings.script === undefined) return choose(looking, act, options)
  const before = { ...(await waitForNotice(looking)), marks: await marksOf(looking) }
  await letScriptAct(looking, crawl, act === 'accept' ? 'accepted' : 'refused')
  const again = await looking.visit(settings.url, settings.limits)
  const { asks } = await waitForNotice(looking, before.after + 500)
  if (asks) return choose(looking, act, options)
  const signs = signsOfChange(before.marks, await marksOf(looking))
  if (signs.length === 0) return notChosen(act, before.asks ? 'nothing-changed' : 'no-notice', before.notice)
  const proof = { effect: 'proven', signs: ['notice-gone', ...signs], failure: null, looks: [again] } as const
  return { act, by: 'script', notice: before.notice, pressed: [], ...proof }
}

async function withdrawAfter(looking: Looking, crawl: Crawl, pages: readonly string[]): Promise<Chosen> {
  const { settings } = crawl
  for (const page of pages.slice(0, MOST_BEFORE_WITHDRAWAL)) {
    await crawl.pace.turn(settings.stop)
    await looking.visit(page, settings.limits)
  }
  await looking.visit(settings.url, settings.limits)
  const before = await marksOf(looking)
  await letScriptAct(looking, crawl, 'withdrawn')
  const signs = settings.script === undefined ? [] : signsOfChange(before, await marksOf(looking))
  if (signs.length === 0) return withdraw(looking, { start: settings.url, limits: settings.limits })
  const looks = [await looking.visit(settings.url, settings.limits)]
  return { act: 'withdraw', by: 'script', notice: null, pressed: [], effect: 'proven', signs, failure: null, looks }
}

export interface Prepared {
  /** Why the state could not be reached; null if it was. */
  readonly failure: Chosen['failure']
  /** What was done about the notice, and what came of it since. */
  readonly observations: readonly Observation[]
  /** What the page linked to when it was loaded again; empty where nothing was chosen. */
  readonly reloaded: Chosen['looks'][number] | null
}

function observationOf(chosen: Chosen, crawl: Crawl, leg: Leg): Observation {
  const { failure: _, looks: __, ...facts } = chosen
  return { kind: 'choice', ...leg, page: crawl.settings.url, ...facts }
}

function failureGap(chosen: Chosen, crawl: Crawl, leg: Leg): readonly Observation[] {
  if (chosen.failure === null) return []
  const why = chosen.failure.startsWith('no-') ? 'not-found' : 'failed'
  return [gapIn(crawl, leg, { what: 'choice', why, detail: chosen.failure })]
}

const seenIn = ({ looks }: Chosen, leg: Leg): readonly Observation[] =>
  looks
    .flatMap(({ observations, gaps }) => [...observations, ...gaps])
    .map(sighting => ({ ...sighting, state: leg.state }) as Observation)

/** Brings a fresh profile into the state that is to be looked at. `pages` are looked at between a yes and its withdrawal. */
export async function prepare(looking: Looking, crawl: Crawl, leg: Leg, pages: readonly string[]): Promise<Prepared> {
  const act = ACTS[leg.state]
  if (act === undefined) {
    await letScriptAct(looking, crawl, leg.state)
    return { failure: null, observations: [], reloaded: null }
  }
  const first = await chooseFirst(looking, crawl, act)
  const told = [observationOf(first, crawl, leg), ...failureGap(first, crawl, leg)]
  if (first.failure !== null) return { failure: first.failure, observations: told, reloaded: null }
  if (leg.state !== 'withdrawn') {
    return { failure: null, observations: [...told, ...seenIn(first, leg)], reloaded: first.looks.at(-1) ?? null }
  }
  const second = await withdrawAfter(looking, crawl, pages)
  const all = [...told, observationOf(second, crawl, leg), ...failureGap(second, crawl, leg)]
  return second.failure === null
    ? { failure: null, observations: [...all, ...seenIn(second, leg)], reloaded: second.looks.at(-1) ?? null }
    : { failure: second.failure, observations: all, reloaded: null }
}
