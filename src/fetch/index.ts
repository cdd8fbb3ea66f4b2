export { type Resolve, systemResolve } from './checked-lookup.ts'
export { type Fetched, type FetchOptions, type FetchResult, fetchSafely } from './fetch-safely.ts'
export {
  type Fetch,
  type Finding,
  type FindOptions,
  type FoundPolicies,
  findPolicy,
  policyInFile,
  type SourcedIssue,
} from './find-policy.ts'
export { isPrivateAddress } from './private-address.ts'
