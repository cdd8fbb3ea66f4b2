import { randomBytes, randomUUID } from 'node:crypto'
import type { Receipt, VisitorChoice } from '../model/index.ts'
import { commitmentOf, receiptHash } from './seal.ts'

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
  readonly name = randomBytes(16).toString('hex')
  readonly #heads = new Map<string, Head>()

  /** Field by field: what else a caller's object may hold is not kept, and must not be hashed. */
  link({ subject, decisions, site, at, policy, language, text, how }: VisitorChoice): Receipt {
    const { length, hash: previous } = this.#heads.get(site) ?? START
    const personal = { decisions, salt: randomUUID(), subject }
    const [writer, sequence, commitment] = [this.name, length + 1, commitmentOf(personal)]
    const hash = receiptHash({ at, commitment, how, language, policy, previous, sequence, site, text, writer })
    this.#heads.set(site, { length: sequence, hash })
    return { site, writer, sequence, at, policy, language, text, how, personal, commitment, previous, hash }
  }
}
