import type { CookieCase } from '../../model/index.ts'
import type { BrowserDriver, UndrivenSession } from '../../observe/index.ts'
import { openAllSites } from '../../sites/index.ts'
import type { JarCase } from '../cases/index.ts'
import type { Resource } from './page.ts'
import { hostsOf, planJar, planLifetimes, planRun, questionKey } from './plan.ts'
import { type Evidence, readAnswer, type SeenAnswer, withLifetime } from './read-answer.ts'
import { createStage, type Stage } from './stage.ts'

/** What one browser in one mode did with the cases. */
export interface Observed {
  readonly version: string
  /** The mode's settings, read back from the browser. */
  readonly settings: Readonly<Record<string, string>>
  readonly seconds: number
  readonly answers: readonly SeenAnswer[]
  /** The `Cookie` header of every jar's request; null: it did not come. */
  readonly headers: readonly (string | null)[]
  /** Hosts outside the lab that something asked for, each refused: how often. */
  readonly outside: ReadonlyMap<string, number>
}

interface Run {
  readonly stage: Stage
  readonly session: UndrivenSession
  readonly stop: AbortSignal
}

/** A busy machine may be too slow for a page; then it is opened once more. */
const TRIES = 2

async function openPage(page: Resource, { stage, session, stop }: Run): Promise<void> {
  for (let left = TRIES; left > 0; left--) {
    stop.throwIfAborted()
    const cue = stage.prepare(page)
    const shown = await session.navigate(cue.url)
    if (!shown) cue.giveUp()
    if ((await cue.finished) || !shown) return
  }
}

async function openAll(pages: readonly Resource[], run: Run): Promise<void> {
  for (const page of pages) await openPage(page, run)
}

const pause = (milliseconds: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      reject(stop.reason)
    }
    const timer = setTimeout(() => {
      stop.removeEventListener('abort', end)
      resolve()
    }, milliseconds)
    stop.addEventListener('abort', end, { once: true })
  })

/** What a browser is to live through. */
export interface Trial {
  readonly cases: readonly CookieCase[]
  readonly jars: readonly JarCase[]
}

interface Look extends Trial {
  readonly driver: BrowserDriver
  readonly stop: AbortSignal
  /** Requests that left the lab are counted here. */
  readonly outside: Map<string, number>
}

/** Opens every site of the cases while the browser is out there. */
async function amongSites<T>(
  { cases, jars, outside }: Look,
  act: (proxy: string, stage: Stage) => Promise<T>,
): Promise<T> {
  const stage = createStage(Date.now)
  const sites = await openAllSites({ hosts: hostsOf(cases, jars), answer: stage.answer })
  try {
    return await act(sites.proxy, stage)
  } finally {
    await sites.close()
    for (const [host, count] of sites.outside) outside.set(host, (outside.get(host) ?? 0) + count)
  }
}

/** Sets every case's cookie in a fresh browser, looks into its jar, and puts every question; then the jars, one by one. */
const lookDriven = (look: Look) =>
  amongSites(look, async (proxy, stage) => {
    const plan = planRun(look.cases)
    const session = await look.driver.open({ proxy, ownPagesOnly: true })
    try {
      const run = { stage, session, stop: look.stop }
      await openAll(plan.settings, run)
      const lookedAt = Date.now()
      const jar = await session.cookies(plan.places)
      for (const { ageSeconds, pages } of plan.waves) {
        await pause(lookedAt + ageSeconds * 1000 - Date.now(), look.stop)
        await openAll(pages, run)
      }
      for (const sequence of look.jars) await openAll(planJar(sequence), run)
      return {
        version: session.version,
        settings: session.settings,
        evidence: { heard: stage.heard, jar, wholeJar: session.tellsAll, lookedAt },
      }
    } finally {
      await session.close()
    }
  })

/** Sets the cookies of which driving would falsify the lifetime once more, in a browser that nobody drives. */
async function lookUndriven(look: Look, answers: readonly SeenAnswer[]): Promise<Evidence | null> {
  const { openUndriven } = look.driver
  const pages = planLifetimes(look.cases.filter((_, at) => answers[at]?.stored === true))
  if (openUndriven === undefined || pages.length === 0) return null
  return amongSites(look, async (proxy, stage) => {
    const session = await openUndriven({ proxy, ownPagesOnly: true })
    try {
      await openAll(pages, { stage, session, stop: look.stop })
      return { heard: stage.heard, jar: await session.cookies([]), wholeJar: true, lookedAt: Date.now() }
    } finally {
      await session.close()
    }
  })
}

/** Lets a fresh browser live through the trial, and tells what it did with each case. */
export async function observeTrial(trial: Trial, driver: BrowserDriver, stop: AbortSignal): Promise<Observed> {
  const started = Date.now()
  const look = { ...trial, driver, stop, outside: new Map<string, number>() }
  const { version, settings, evidence } = await lookDriven(look)
  const driven = trial.cases.map(asked => readAnswer(asked, evidence))
  const lifetimes = await lookUndriven(look, driven)
  const answers = driven.map((answer, at) => {
    const asked = trial.cases[at]
    return asked === undefined || lifetimes === null ? answer : withLifetime(answer, asked, lifetimes)
  })
  const headers = trial.jars.map(({ ask }) => evidence.heard.get(questionKey(ask))?.cookies ?? null)
  return { version, settings, seconds: (Date.now() - started) / 1000, answers, headers, outside: look.outside }
}
