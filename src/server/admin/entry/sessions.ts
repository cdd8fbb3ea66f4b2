import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { AdminStore, TokenSpan } from '../../../store/index.ts'

const SESSION_COOKIE = '__Host-candor-admin'

const MINUTE = 60_000
/** A session ends so long after the last request, and at the latest so long after it began. */
const IDLE = 30 * MINUTE
const LONGEST = 8 * 60 * MINUTE
/** Each request of a page would write otherwise. */
const PROLONG_AFTER = 5 * MINUTE
/** How long a set-up code may be used. */
const SET_UP = 24 * 60 * MINUTE

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const newToken = (): string => randomBytes(24).toString('base64url')
const TOKEN = /^[\w-]{32}$/

const spanFrom = (began: Date, length: number): TokenSpan => ({ began, expires: new Date(began.getTime() + length) })

/** Who is logged in. */
export interface Session {
  readonly token: string
  /** What every form of the session carries: no other site can know it. */
  readonly proof: string
}

const proofOf = (token: string): string => createHmac('sha256', token).update('form').digest('base64url')

export function isProof(session: Session, proof: string): boolean {
  const [given, wanted] = [Buffer.from(proof), Buffer.from(session.proof)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** `Secure` holds on loopback too: browsers trust it (Secure Contexts, 3.1). */
const cookie = (value: string, seconds: number): string =>
  `${SESSION_COOKIE}=${value}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Strict`

export const endedCookie = (): string => cookie('', 0)

export async function beginSession(admin: AdminStore, now: Date): Promise<string> {
  const token = newToken()
  await admin.keepToken('session', hashOf(token), spanFrom(now, IDLE))
  return cookie(token, LONGEST / 1000)
}

export const endSession = (admin: AdminStore, { token }: Session): Promise<void> => admin.dropToken(hashOf(token))

/** Of several cookies of the name only one can be ours; a host of the same domain cannot set one with `__Host-`. */
function tokenIn(cookies: string | null): string | undefined {
  const found = (cookies ?? '')
    .slice(0, 16_384)
    .split(';')
    .map(pair => pair.trim())
    .filter(pair => pair.startsWith(`${SESSION_COOKIE}=`))
  const token = found[0]?.slice(SESSION_COOKIE.length + 1)
  return found.length === 1 && token !== undefined && TOKEN.test(token) ? token : undefined
}

/** The session of a request; each request puts off its end, but not beyond the longest there is. */
export async function sessionOf(admin: AdminStore, cookies: string | null, now: Date): Promise<Session | null> {
  const token = tokenIn(cookies)
  if (token === undefined) return null
  const found = await admin.findToken('session', hashOf(token), now)
  if (found === null) return null
  const expires = new Date(Math.min(now.getTime() + IDLE, found.began.getTime() + LONGEST))
  if (expires.getTime() - found.expires.getTime() > PROLONG_AFTER) await admin.prolongToken(hashOf(token), expires)
  return { token, proof: proofOf(token) }
}

/** A code that lets whoever reads this program's output set the password. */
export async function newSetUpCode(admin: AdminStore, now: Date): Promise<string> {
  const code = newToken()
  await admin.keepToken('set-up', hashOf(code), spanFrom(now, SET_UP))
  return code
}

export const isSetUpCode = async (admin: AdminStore, code: string, now: Date): Promise<boolean> =>
  TOKEN.test(code) && (await admin.findToken('set-up', hashOf(code), now)) !== null
