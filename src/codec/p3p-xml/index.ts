export { encodeP3pXml, type PoliciesOptions } from './encode-policies.ts'
export { encodeReferenceFile } from './encode-reference-file.ts'
export { IBM_NAMESPACE, OLD_NAMESPACES, P3P_NAMESPACE, P3P11_NAMESPACE } from './namespaces.ts'
