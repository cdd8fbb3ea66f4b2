import { type StoredCookie, sameSiteOf } from './driver.ts'

/** A cookie in the DevTools protocol. */
export interface DevToolsCookie {
  readonly name: string
  readonly value: string
  readonly domain: string
  readonly path: string
  readonly expires: number
  readonly session: boolean
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite?: string
  readonly partitionKey?: { readonly topLevelSite: string }
}

export const storedCookie = (cookie: DevToolsCookie): StoredCookie => ({
  name: cookie.name,
  value: cookie.value,
  host: cookie.domain,
  path: cookie.path,
  secure: cookie.secure,
  httpOnly: cookie.httpOnly,
  expires: cookie.session ? null : cookie.expires,
  partition: cookie.partitionKey?.topLevelSite ?? null,
  sameSite: sameSiteOf(cookie.sameSite),
})
