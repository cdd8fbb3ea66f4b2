export { type Observed, observeCases } from './observe-cases.ts'
export type { SeenAnswer } from './read-answer.ts'
