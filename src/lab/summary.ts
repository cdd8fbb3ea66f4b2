import type { CookieCase } from '../model/index.ts'
import type { LabAgent } from './agents.ts'
import type { JarCase } from './cases/index.ts'
import type { Agreement, Comparison, Point } from './compare.ts'
import type { AgentRun, LabRun } from './run-lab.ts'

export const AGREEMENTS: readonly Agreement[] = ['agrees', 'differs', 'not-known', 'not-seen']

export type Counts = Readonly<Record<Agreement, number>>

export const countAgreements = (comparisons: readonly Comparison[]): Counts => {
  const counts = { agrees: 0, differs: 0, 'not-known': 0, 'not-seen': 0 }
  for (const { agreement } of comparisons) counts[agreement]++
  return counts
}

/** One point on which the judge and a browser differ. */
export interface Difference extends Point {
  readonly agent: LabAgent
  readonly asked: CookieCase | JarCase
  readonly rule: string
}

export function differencesOf({ cases, jars, agents }: LabRun): Difference[] {
  const byId = new Map<string, CookieCase | JarCase>([...cases, ...jars].map(asked => [asked.id, asked]))
  return agents.flatMap(run =>
    run.state === 'skipped'
      ? []
      : run.comparisons.flatMap(({ id, rule, points }) => {
          const asked = byId.get(id)
          if (asked === undefined) return []
          return points
            .filter(({ agreement }) => agreement === 'differs')
            .map(point => ({ ...point, agent: run.agent, asked, rule }))
        }),
  )
}

export type RanAgent = Extract<AgentRun, { state: 'ran' }>

export const ranAgents = ({ agents }: LabRun): RanAgent[] => agents.filter(run => run.state === 'ran')

/** Whether every browser that ran agreed with the judge, and none left the lab. */
export const isClean = (run: LabRun): boolean =>
  ranAgents(run).every(
    ({ comparisons, strangers }) => countAgreements(comparisons).differs === 0 && strangers.length === 0,
  )
