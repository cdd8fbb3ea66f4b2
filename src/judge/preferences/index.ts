export { type PreferencesAgent, preferencesAgent } from './agent.ts'
