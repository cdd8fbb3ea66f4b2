export { byPlace } from './by-place.ts'
export type {
  ControllerDeclaration,
  CookieDeclaration,
  Declaration,
  PracticeDeclaration,
  SiteDeclaration,
  StorageDeclaration,
} from './declaration.ts'
export { type Declared, declare, declareObject, defineDeclaration } from './declare.ts'
export { type DeclarationInput, declarationSchema, SCHEMA_ID } from './schema/declaration-schema.ts'
export { nearest } from './shape/nearest.ts'
