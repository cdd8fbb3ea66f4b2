export { ACCESS, type AccessId } from './access.ts'
export { CATEGORIES, type CategoryId } from './categories.ts'
export { CLAIMS, type ClaimId } from './claims.ts'
export { dataElements } from './data-elements.ts'
export {
  type DataReference,
  type ReferredData,
  referredCategories,
  referredData,
  type SchemaElements,
} from './data-reference.ts'
export { BASE_SCHEMA_URI, DATA_SETS, DATA_STRUCTURES, type SchemaDefinition, type SchemaNode } from './data-schema.ts'
export { DISPUTE_TYPES, type DisputeType, MARKERS, type MarkerId, REMEDIES, type RemedyId } from './disputes.ts'
export { type DataElement, orderCategories } from './expand-nodes.ts'
export { LEGAL_BASES, type LegalBasisId } from './legal-bases.ts'
export { type OwnSchema, ownDataElements, SCHEMA_LIMIT, type SchemaFault } from './own-data-elements.ts'
export { PURPOSES, type PurposeId } from './purposes.ts'
export { RECIPIENTS, type RecipientId } from './recipients.ts'
export { RETENTIONS, type RetentionId } from './retentions.ts'
export { CHOICE_LETTERS, CHOICES, type Choice, type Term } from './term.ts'
