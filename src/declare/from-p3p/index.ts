export { declarationFromP3p } from './declaration-from-p3p.ts'
export {
  clean,
  type Draft,
  Drafting,
  type DraftNote,
  type DraftTable,
  type DraftValue,
  oneOrMany,
  table,
} from './draft.ts'
export { sayDuration } from './draft-cookies.ts'
export { type P3pSource, type SeenCookie } from './source.ts'
export { type ResponsesReading, sourceFromResponses } from './source-from-responses.ts'
export { type Selection, selectPolicy, type Variant, type Variants } from './variants.ts'
export { countQuestions, writeDraft } from './write-draft.ts'
