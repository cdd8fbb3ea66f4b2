export { type DecodeOptions, decodeP3p, type P3pDocument } from './decode-p3p.ts'
export { encodeP3pXml, type PoliciesOptions } from './encode-policies.ts'
export { encodeReferenceFile } from './encode-reference-file.ts'
export { expiresAt, type Freshness, type Lifetime, lifetimeOf, parseHttpDate, SHORTEST_LIFE } from './expiry.ts'
export {
  groupInfoName,
  isKnownExtension,
  type Jurisdiction,
  jurisdictions,
  ownHosts,
  primaryPurposes,
  type StatementGroup,
  statementGroupOf,
  statementGroups,
} from './known-extensions.ts'
export { IBM_NAMESPACE, OLD_NAMESPACES, P3P_NAMESPACE, P3P11_NAMESPACE } from './namespaces.ts'
export { isHintPath, isHintScope } from './reference-syntax.ts'
