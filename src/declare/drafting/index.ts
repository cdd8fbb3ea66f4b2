export { clean, type Draft, Drafting, type DraftTable, type DraftValue, oneOrMany, table } from '../from-p3p/draft.ts'
export { sayDuration } from '../from-p3p/draft-cookies.ts'
export { writeDraft } from '../from-p3p/write-draft.ts'
export { isCookieName, isCookiePath } from '../schema/values.ts'
