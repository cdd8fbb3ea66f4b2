import { SHORTEST_LIFE } from '../../codec/p3p-xml/index.ts'
import type { DeclaredCookie, P3pCookiePattern, P3pExpiry, P3pReferenceFile, Policy } from '../../model/index.ts'

/** The name of the policy in `/w3c/policy.xml`. */
export const POLICY_NAME = 'policy'

/** What is published may be changed from day to day. */
export const EXPIRY: P3pExpiry = { maxAge: String(SHORTEST_LIFE), date: null }

/** P3P 1.0, 2.3.2.7: `*` stands for anything, so a `*` or `%` that is meant is escaped. */
const literal = (text: string): string => text.replaceAll('%', '%25').replaceAll('*', '%2A')

/** P3P 1.0, 2.3.2.7: a domain of `.` matches only cookies that were set without one. */
function cookiePattern({ name, pattern, host, path }: DeclaredCookie): P3pCookiePattern {
  return {
    name: pattern ? name.replaceAll('%', '%25') : literal(name),
    value: '*',
    domain: host.startsWith('.') ? host : '.',
    path: literal(path),
  }
}

/** A host may speak only for cookies that it could set itself: its own, and those of the domains above it. */
function couldSet(site: string, { host }: DeclaredCookie): boolean {
  const own = new URL(site).hostname
  return host.startsWith('.') ? `.${own}`.endsWith(host) : own === host
}

/** P3P 1.0, 2.3: one policy for every page of the site and for each cookie it sets itself. */
export const referenceFile = ({ site, cookies }: Policy): Partial<P3pReferenceFile> => ({
  expiry: EXPIRY,
  refs: [
    {
      about: `/w3c/policy.xml#${POLICY_NAME}`,
      includes: [`${literal(new URL(site.url).pathname)}*`],
      excludes: [],
      cookieIncludes: cookies.filter(cookie => couldSet(site.url, cookie)).map(cookiePattern),
      cookieExcludes: [],
      methods: [],
      extensions: [],
    },
  ],
})
