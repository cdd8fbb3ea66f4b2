import { randomBytes } from 'node:crypto'
import type { Receipt, VisitorChoice } from '../model/index.ts'
import { commitmentOf, receiptHash } from './seal.ts'

const randomName = (): string => randomBytes(16).toString('hex')

interface Head {
  readonly length: number
  readonly hash: string | null
}

const START: Head = { length: 0, hash: null }

/**
 * Links receipts into chains, one for each site. Its name is random and its heads live here alone, so no two processes ever
 * reach for one chain and none waits for another. A writer whose commit failed must be thrown away: it can no longer know where
 * its chains end.
 */
export class Writer {
  readonly name = randomName()
  readonly #heads = new Map<string, Head>()

  /** Field by field: what else a caller's object may hold is not kept, and must not be hashed. */
  link({ subject, decisions, site, at, policy, language, text, how }: VisitorChoice): Receipt {
    const { length, hash: previous } = this.#heads.get(site) ?? START
    const personal = { subject, decisions, salt: randomName() }
    const place = { site, writer: this.name, sequence: length + 1, commitment: commitmentOf(personal), previous }
    const lasting = { ...place, at, policy, language, text, how }
    const receipt = { ...lasting, personal, hash: receiptHash({ ...lasting, personal }) }
    this.#heads.set(site, { length: length + 1, hash: receipt.hash })
    return receipt
  }
}
