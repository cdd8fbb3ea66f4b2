export { type Observed, observeTrial, type Trial } from './observe-trial.ts'
export type { SeenAnswer } from './read-answer.ts'
