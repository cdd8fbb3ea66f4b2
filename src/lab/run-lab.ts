import { browserAgent } from '../judge/cookies/index.ts'
import type { CookieCase } from '../model/index.ts'
import { type BrowserDriver, BrowserFault, type Environment, findDriver } from '../observe/index.ts'
import { LAB_AGENTS, type LabAgent } from './agents.ts'
import { generateCases, type JarCase, jarCases } from './cases/index.ts'
import { type Comparison, compare, compareJar } from './compare.ts'
import { judgeJar } from './judge-jar.ts'
import { type Observed, observeTrial, type Trial } from './run/index.ts'
import { strangers } from './strangers.ts'

/** What became of the cases in one browser in one mode. */
export type AgentRun =
  | {
      readonly agent: LabAgent
      readonly state: 'ran'
      /** When its cases were made: their dates count from here. */
      readonly began: Date
      readonly observed: Observed
      readonly comparisons: readonly Comparison[]
      /** Hosts outside the lab that were asked for and are no known chatter: the run proves nothing. */
      readonly strangers: readonly string[]
    }
  | { readonly agent: LabAgent; readonly state: 'skipped'; readonly why: SkipReason }

export type SkipReason =
  | { readonly code: 'missing'; readonly programs: readonly string[] }
  | { readonly code: 'fault'; readonly text: string }

export interface LabRun {
  /** When it began. */
  readonly date: Date
  /** The cases as of then; their agent is not filled in. */
  readonly cases: readonly CookieCase[]
  readonly jars: readonly JarCase[]
  readonly agents: readonly AgentRun[]
}

export interface LabOptions {
  readonly agents: readonly LabAgent[]
  readonly env: Environment
  readonly stop: AbortSignal
  /** The tables' cookies and the traps only; default: all. */
  readonly core?: boolean
  /** Also what takes two minutes of waiting to see; default: not. */
  readonly patient?: boolean
  /** Only cases whose id begins with one of these; default: every case. */
  readonly only?: readonly string[]
  /** How many browsers run at a time; default: 3. */
  readonly atOnce?: number
  /** Told when a browser is through. */
  readonly ended?: (run: AgentRun) => void
}

/** The cases as they would be set now, and the jars. Dates in cookies and in jars are whole seconds. */
export function trialFor(now: Date, { core = false, patient = false, only = [] }: Partial<LabOptions>): Trial {
  const second = new Date(Math.floor(+now / 1000) * 1000)
  const chosen = ({ id }: { readonly id: string }) => only.length === 0 || only.some(start => id.startsWith(start))
  return {
    cases: generateCases({ now: second, agent: '', core, patient }).filter(chosen),
    jars: jarCases().filter(chosen),
  }
}

function compareAll(agent: LabAgent, { cases, jars }: Trial, { answers, headers }: Observed): Comparison[] {
  const judge = browserAgent(agent)
  if (judge === null) throw new Error(`no judge for ${agent}`)
  const now = new Date()
  return [
    ...cases.flatMap((asked, at) => {
      const seen = answers[at]
      return seen === undefined ? [] : compare(asked, seen, judge.judge({ ...asked, agent }))
    }),
    ...jars.map((jar, at) => compareJar(jar.id, headers[at] ?? null, judgeJar(jar, agent, now))),
  ]
}

/** One that has a driver. */
async function runDriver(agent: LabAgent, driver: BrowserDriver, options: LabOptions): Promise<AgentRun> {
  const began = new Date()
  const trial = trialFor(began, options)
  const observed = await observeTrial(trial, driver, options.stop)
  const comparisons = compareAll(agent, trial, observed)
  return { agent, state: 'ran', began, observed, comparisons, strangers: strangers(driver.engine, observed.outside) }
}

async function runAgent(agent: LabAgent, options: LabOptions): Promise<AgentRun> {
  const found = findDriver(LAB_AGENTS[agent], options.env)
  if ('missing' in found) return { agent, state: 'skipped', why: { code: 'missing', programs: found.missing } }
  try {
    return await runDriver(agent, found.driver, options)
  } catch (error) {
    if (!(error instanceof BrowserFault)) throw error
    return { agent, state: 'skipped', why: { code: 'fault', text: error.message } }
  }
}

/** WebKitGTK waits more than it works: begun first, its waiting fills the others' time. */
const isPatient = (agent: LabAgent): boolean => LAB_AGENTS[agent].engine === 'webkitgtk'

/** Puts the cases to the judge and to every browser that is there, and compares. */
export async function runLab(options: LabOptions): Promise<LabRun> {
  const date = new Date()
  const runs = new Map<LabAgent, AgentRun>()
  const waiting = [...options.agents].sort((a, b) => Number(isPatient(b)) - Number(isPatient(a)))
  const work = async () => {
    for (let agent = waiting.shift(); agent !== undefined; agent = waiting.shift()) {
      const run = await runAgent(agent, options)
      runs.set(agent, run)
      options.ended?.(run)
    }
  }
  await Promise.all(Array.from({ length: options.atOnce ?? 3 }, work))
  return { date, ...trialFor(date, options), agents: options.agents.flatMap(agent => runs.get(agent) ?? []) }
}
