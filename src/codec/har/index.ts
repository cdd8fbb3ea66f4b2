export { type RecordedResponse, readHar } from './read-har.ts'
