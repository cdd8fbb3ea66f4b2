/** RFC 2396, 2: what may stand in a URI. Older browsers and P3P allow nothing else, and `*` is ours. */
const URI_TEXT = /^(?:[A-Za-z0-9\-_.!~*'();/?:@&=+$,]|%[0-9A-Fa-f]{2})*$/

/** P3P 1.0, 2.3.2.1.2: INCLUDE and EXCLUDE hold local URIs; one without the leading slash cannot match. */
export const isLocalPattern = (pattern: string): boolean => pattern.startsWith('/') && URI_TEXT.test(pattern)

/** P3P 1.0, 2.3.2.6: scheme, `://`, authority; a wildcard only as the whole first label of the host. */
export const isHintScope = (scope: string): boolean =>
  /^https?:\/\/(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.?(?::\d+)?$/i.test(scope)

/** P3P 1.0, 2.3.2.6: a relative URI, never one that names a site. */
export const isHintPath = (path: string): boolean => !/^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/.test(path)
