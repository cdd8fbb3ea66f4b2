import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Of the OWASP password storage cheat sheet's equally strong settings, the one that takes 32 MB. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const
const KEY_BYTES = 32
const MEMORY = 64 * 1024 * 1024

/** NIST SP 800-63B, 5.1.1: at least 8 characters, room for long ones; we ask for more, because nothing else guards the page. */
export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 200

interface Stored {
  readonly N: number
  readonly r: number
  readonly p: number
  readonly salt: Buffer
  readonly key: Buffer
}

const derive = (password: string, salt: Buffer, { N, r, p }: Pick<Stored, 'N' | 'r' | 'p'>): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // SP 800-63B, 5.1.1.2: one form for what two keyboards write differently.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: MEMORY }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })

function readStored(text: string): Stored | null {
  const [, N, r, p, salt, key] = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/.exec(text) ?? []
  if (salt === undefined || key === undefined) return null
  const bytes = (part: string) => Buffer.from(part, 'base64url')
  return { N: Number(N), r: Number(r), p: Number(p), salt: bytes(salt), key: bytes(key) }
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const read = readStored(stored)
  return read !== null && timingSafeEqual(await derive(password, read.salt, read), read.key)
}
