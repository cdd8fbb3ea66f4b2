export { LAB_AGENT_IDS, LAB_AGENTS, type LabAgent } from './agents.ts'
export { BASIC } from './cases/index.ts'
export type { Agreement, Comparison, Fact, Point } from './compare.ts'
export { type CheckedCase, checkRecord } from './record/check-record.ts'
export {
  type LabRecord,
  recordedAgents,
  recordedAnswer,
  recordedHeader,
  recordedTrial,
  recordRun,
  writeRecord,
} from './record/record.ts'
export type { SeenAnswer } from './run/index.ts'
export { type AgentRun, type LabOptions, type LabRun, runLab, type SkipReason, trialFor } from './run-lab.ts'
export { AGREEMENTS, countAgreements, type Difference, differencesOf, isClean, ranAgents } from './summary.ts'
export { answersNdjson, casesNdjson, labJson } from './write/lab-json.ts'
export { matrixHtml } from './write/matrix-html.ts'
export { sayCase, sayFact, sayField } from './write/say-point.ts'
export { saySkip } from './write/say-skip.ts'
