import type { AgentRun, LabRun } from '../run-lab.ts'
import { countAgreements, differencesOf, ranAgents } from '../summary.ts'

const agentJson = (run: AgentRun) =>
  run.state === 'skipped'
    ? { agent: run.agent, state: run.state, why: run.why }
    : {
        agent: run.agent,
        state: run.state,
        version: run.observed.version,
        settings: run.observed.settings,
        seconds: run.observed.seconds,
        counts: countAgreements(run.comparisons),
        strangers: run.strangers,
        notKnown: run.comparisons.filter(({ agreement }) => agreement === 'not-known').map(({ id }) => id),
        notSeen: run.comparisons.filter(({ agreement }) => agreement === 'not-seen').map(({ id }) => id),
      }

/** The run for programs. Fields may be added; none is renamed. */
export const labJson = (run: LabRun): object => ({
  date: run.date.toISOString(),
  cases: run.cases.length,
  jars: run.jars.length,
  agents: run.agents.map(agentJson),
  differences: differencesOf(run).map(({ agent, asked, rule, field, seen, judged }) => ({
    case: { ...asked, agent },
    field,
    seen,
    judged,
    rule,
  })),
})

const ndjson = (values: readonly object[]): string => values.map(value => `${JSON.stringify(value)}\n`).join('')

/** The cases of every agent, as `candor judge --cases` reads them. */
export const casesNdjson = ({ cases, agents }: LabRun): string =>
  ndjson(agents.flatMap(({ agent }) => cases.map(asked => ({ ...asked, agent }))))

/** Every answer, seen and judged, a line a case and browser. */
export const answersNdjson = (run: LabRun): string =>
  ndjson(ranAgents(run).flatMap(({ agent, comparisons }) => comparisons.map(comparison => ({ agent, ...comparison }))))
