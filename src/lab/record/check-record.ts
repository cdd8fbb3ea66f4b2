import { browserAgent } from '../../judge/cookies/index.ts'
import type { LabAgent } from '../agents.ts'
import { type Comparison, compare, compareJar } from '../compare.ts'
import { judgeJar } from '../judge-jar.ts'
import { type LabRecord, recordedAgents, recordedAnswer, recordedHeader, recordedTrial } from './record.ts'

export interface CheckedCase extends Comparison {
  readonly agent: LabAgent
}

/** Puts the recorded cases to the judge anew, and compares with what was seen then: no browser is needed. */
export function checkRecord(record: LabRecord): CheckedCase[] {
  return recordedAgents(record).flatMap(agent => {
    const began = record.agents[agent]?.began
    const { cases, jars } = recordedTrial(record, began)
    const judge = browserAgent(agent)
    const judged = cases.flatMap(asked => {
      const seen = recordedAnswer(record, asked, agent)
      return judge === null || seen === null ? [] : compare(asked, seen, judge.judge({ ...asked, agent }))
    })
    const compared = jars.flatMap(jar => {
      const header = recordedHeader(record, jar, agent)
      return header === null ? [] : compareJar(jar.id, header, judgeJar(jar, agent, new Date(record.date)))
    })
    return [...judged, ...compared].map(comparison => ({ ...comparison, agent }))
  })
}
