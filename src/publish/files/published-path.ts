const IN_NO_LANGUAGE = [
  'w3c/p3p.xml',
  'w3c/policy.xml',
  '.well-known/gpc.json',
  'policy.json',
  'dpv.jsonld',
  'headers.json',
]

const IN_A_LANGUAGE = /^(?:notice\/[A-Za-z0-9-]+\/(?:index\.html|notice\.md)|label\/[A-Za-z0-9-]+\.svg)$/

/** Whether a policy, of whatever languages, is published under this path. */
export const isPublishedPath = (path: string): boolean => IN_NO_LANGUAGE.includes(path) || IN_A_LANGUAGE.test(path)
