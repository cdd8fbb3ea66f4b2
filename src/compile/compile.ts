import type { Declaration } from '../declare/index.ts'
import { type Issue, issue, type P3pSettings, type Policy, type Result } from '../model/index.ts'
import { CLAIMS, REMEDIES } from '../vocabulary/index.ts'
import { compileCookie, compileStorage } from './compile-kept.ts'
import { compilePractice } from './compile-practice.ts'
import { compileSite } from './compile-site.ts'
import { overlongChoice } from './consent/index.ts'
import { frozenCopy } from './frozen-copy.ts'
import { hashOf } from './hash.ts'
import { type Locate, placed } from './placed.ts'
import { idsInTableOrder } from './table-order.ts'

/** What holds where nothing is said: the header goes with the cookies it speaks of, and speaks of no others. */
const P3P_DEFAULTS: P3pSettings = { header: 'with-cookies', scope: 'response', style: 'canonical', test: false }

/** Everything but the hash. */
function complete(declaration: Declaration): Omit<Policy, 'hash'> {
  const { site, effective, protection, disclosure, access, p3p } = declaration
  return {
    format: 'candor-policy-1',
    site: compileSite(site),
    effective,
    protection,
    disclosure,
    claims: idsInTableOrder(CLAIMS, declaration.claims),
    access,
    disputes: declaration.disputes.map(dispute => ({
      ...dispute,
      remedies: idsInTableOrder(REMEDIES, dispute.remedies),
    })),
    practices: declaration.practices.map(practice => compilePractice(practice, site.languages)),
    cookies: declaration.cookies.map(cookie => compileCookie(cookie, site.url)),
    storage: declaration.storage.map(storage => compileStorage(storage, site.url)),
    p3p: {
      header: p3p.header ?? P3P_DEFAULTS.header,
      scope: p3p.scope ?? P3P_DEFAULTS.scope,
      style: p3p.style ?? P3P_DEFAULTS.style,
      test: p3p.test ?? P3P_DEFAULTS.test,
    },
  }
}

/** The places of keys that were there before. */
function repeated(keys: readonly string[]): readonly number[] {
  const seen = new Set<string>()
  return keys.flatMap((key, at) => {
    const again = seen.has(key)
    seen.add(key)
    return again ? [at] : []
  })
}

/** Entries that only the defaults make the same, and more to choose than a visitor's browser can keep. */
function conflicts(policy: Omit<Policy, 'hash'>): readonly Issue[] {
  const { cookies, storage } = policy
  const cookieKeys = cookies.map(({ name, host, path }) => JSON.stringify([name, host, path]))
  const storageKeys = storage.map(({ area, key, origin }) => JSON.stringify([area, key, origin]))
  return [
    ...repeated(cookieKeys).map(at =>
      issue('cookie-twice', { name: cookies[at]?.name ?? '' }, { path: ['cookies', at] }),
    ),
    ...repeated(storageKeys).map(at =>
      issue('storage-twice', { key: storage[at]?.key ?? '' }, { path: ['storage', at] }),
    ),
    ...overlongChoice(policy),
  ]
}

/** Completes a declaration by its defaults and the vocabulary, and seals it. */
export function compile(declaration: Declaration, locate?: Locate): Result<Policy> {
  const policy = complete(declaration)
  const issues = conflicts(policy).map(found => placed(found, locate))
  if (issues.length > 0) return { ok: false, issues }
  return { ok: true, value: frozenCopy({ ...policy, hash: hashOf(policy) }), issues }
}
