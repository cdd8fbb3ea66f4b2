import { LAB_AGENT_IDS, type LabAgent } from '../agents.ts'
import type { JarCase } from '../cases/index.ts'
import type { SeenAnswer, Trial } from '../run/index.ts'
import { type LabRun, trialFor } from '../run-lab.ts'
import { type Counts, countAgreements, ranAgents } from '../summary.ts'
import { decodeSeen, encodeSeen } from './seen-text.ts'

/** What a run has shown, small enough to be kept beside the source: the tables' cookies, the traps and the jars. */
export interface LabRecord {
  readonly date: string
  readonly patient: boolean
  readonly agents: Readonly<Partial<Record<LabAgent, RecordedAgent>>>
  /** By case: what was seen, and in which browsers. */
  readonly seen: Readonly<Record<string, Readonly<Record<string, readonly LabAgent[]>>>>
}

export interface RecordedAgent {
  /** When its cases were made: their dates count from here. */
  readonly began: string
  readonly version: string
  readonly settings: Readonly<Record<string, string>>
  /** Of all cases of the run, also those that are not recorded. */
  readonly counts: Counts
}

/** The cases that are recorded, as they were set. */
export const recordedTrial = ({ date, patient }: Pick<LabRecord, 'date' | 'patient'>, at = date): Trial =>
  trialFor(new Date(at), { core: true, patient })

type Told = Record<string, Record<string, LabAgent[]>>

function tell(told: Told, id: string, text: string, agent: LabAgent): void {
  told[id] ??= {}
  const texts = told[id]
  texts[text] = [...(texts[text] ?? []), agent]
}

/** What is worth keeping of a run. */
export function recordRun(run: LabRun, patient: boolean): LabRecord {
  const date = run.date.toISOString()
  const trial = recordedTrial({ date, patient })
  const recorded = new Set(trial.cases.map(({ id }) => id))
  const agents: Partial<Record<LabAgent, RecordedAgent>> = {}
  const seen: Told = {}
  for (const { agent, began, observed, comparisons } of ranAgents(run)) {
    const { version, settings, answers, headers } = observed
    agents[agent] = { began: began.toISOString(), version, settings, counts: countAgreements(comparisons) }
    for (const answer of answers) if (recorded.has(answer.id)) tell(seen, answer.id, encodeSeen(answer), agent)
    run.jars.forEach(({ id }, at) => {
      const header = headers[at] ?? null
      if (header !== null) tell(seen, id, header, agent)
    })
  }
  return { date, patient, agents, seen }
}

export const recordedAgents = ({ agents }: LabRecord): LabAgent[] =>
  LAB_AGENT_IDS.filter(id => agents[id] !== undefined)

const textFor = ({ seen }: LabRecord, id: string, agent: LabAgent): string | null =>
  Object.entries(seen[id] ?? {}).find(([, agents]) => agents.includes(agent))?.[0] ?? null

/** What was seen of a case in a browser; null if it is not recorded. */
export function recordedAnswer(
  record: LabRecord,
  { id, ask }: Trial['cases'][number],
  agent: LabAgent,
): SeenAnswer | null {
  const text = textFor(record, id, agent)
  return text === null ? null : decodeSeen(text, id, ask)
}

/** The `Cookie` header that was seen after a jar's steps; null if it is not recorded. */
export const recordedHeader = (record: LabRecord, { id }: JarCase, agent: LabAgent): string | null =>
  textFor(record, id, agent)

/** The record as a file: a line a case, so that two runs can be compared line by line. */
export function writeRecord({ seen, ...head }: LabRecord): string {
  const lines = Object.entries(seen).map(([id, told]) => `    ${JSON.stringify(id)}: ${JSON.stringify(told)}`)
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "seen": {\n${lines.join(',\n')}\n  }\n}\n`
}
