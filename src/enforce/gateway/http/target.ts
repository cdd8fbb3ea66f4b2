const WHOLE = /^https?:\/\/[^/?]*/i

/** The path and query of a request's target: of a whole address, what follows the host (RFC 9112, 3.2.2). */
export function pathOf(target: string): string {
  if (target.startsWith('/')) return target
  const path = target.replace(WHOLE, '')
  return path.startsWith('/') || path === '*' ? path : `/${path}`
}
