import type { Client } from 'pg'
import { createClient } from './connect.ts'
import { prepareTables } from './open-postgres.ts'

const CHANNEL = 'candor_policy'
/** After this long (milliseconds) without a connection another is tried. */
const AGAIN_AFTER = 500
const ANSWER_WITHIN_MS = 5000
/** TCP tells of a server that is gone only when it is spoken to. */
const ASK_EVERY = 15_000

/** A policy as a person wrote it, by the hash of what it says. */
export interface PolicyVersion {
  readonly hash: string
  readonly declaration: string
}

export interface SharedPolicyOptions {
  /** The host whose policy it is; others in the same database are left alone. */
  readonly site: string
  /** What this process starts with. Has the database seen it before, the newest there wins; else it is new, and all get it. */
  readonly first: PolicyVersion
  /** Another process has published this one, or did before this one started. */
  readonly adopt: (version: PolicyVersion) => void
  /** Told when the connection is lost, or could not be made, and when it is there again. */
  readonly tell?: (change: { readonly away: unknown } | 'back') => void
}

/** One policy for all processes that share a database. */
export interface SharedPolicies {
  /** Hands a changed policy to all the others; while the database is away, when it is back. */
  publish(version: PolicyVersion): void
  close(): Promise<void>
}

const LATEST = 'select hash, declaration from candor.policy where site = $1 order by sequence desc limit 1'
const SEEN = 'select exists (select from candor.policy where site = $1 and hash = $2) as seen'
const PUBLISH = `
  with version as (insert into candor.policy (site, hash, declaration) values ($1, $2, $3))
  select pg_notify('${CHANNEL}', $1)`

class Sharing implements SharedPolicies {
  readonly #url: string
  readonly #options: SharedPolicyOptions
  #client: Client | null = null
  #current: string
  #unpublished: PolicyVersion | null
  #prepared = false
  #begun = false
  #away = false
  #closed = false
  #timer: NodeJS.Timeout | undefined
  /** One thing after another: what is adopted last is what was published last. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(url: string, options: SharedPolicyOptions) {
    this.#url = url
    this.#options = options
    this.#current = options.first.hash
    this.#unpublished = options.first
    void this.#connect()
  }

  publish(version: PolicyVersion): void {
    this.#current = version.hash
    this.#unpublished = version
    // Saved by a person while this process runs: new, even if it was seen before.
    this.#begun = true
    this.#meet()
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#client?.end().catch(() => {})
  }

  async #connect(): Promise<void> {
    try {
      if (!this.#prepared) await prepareTables(this.#url)
      this.#prepared = true
      const client = await createClient(this.#url, {
        answerWithin: ANSWER_WITHIN_MS,
        ended: one => this.#lost(one, new Error('the connection ended')),
      })
      client.on('notification', ({ payload }) => {
        if (payload === this.#options.site) this.#meet()
      })
      this.#client = client
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      if (this.#closed) return void (await client.end())
      if (this.#away) this.#options.tell?.('back')
      this.#away = false
      this.#meet()
    } catch (error) {
      this.#lost(this.#client, error)
    }
  }

  #lost(client: Client | null, error: unknown): void {
    if (this.#closed || client !== this.#client) return
    this.#client = null
    void client?.end().catch(() => {})
    if (!this.#away) this.#options.tell?.({ away: error })
    this.#away = true
    this.#timer = setTimeout(() => void this.#connect(), AGAIN_AFTER)
  }

  /** Hands over what is to be published, and takes what has been; again and again, in case the server is gone and nobody says so. */
  #meet(): void {
    const client = this.#client
    if (client === null) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#meet(), ASK_EVERY)
    this.#turn = this.#turn.then(() => this.#exchange(client)).catch(error => this.#lost(client, error))
  }

  async #exchange(client: Client): Promise<void> {
    const { site, adopt } = this.#options
    const version = this.#unpublished
    if (version !== null) {
      const seen = !this.#begun && (await client.query(SEEN, [site, version.hash])).rows[0]?.seen === true
      if (!seen) await client.query(PUBLISH, [site, version.hash, version.declaration])
      if (this.#unpublished === version) this.#unpublished = null
      this.#begun = true
    }
    const latest: PolicyVersion | undefined = (await client.query(LATEST, [site])).rows[0]
    if (latest === undefined || latest.hash === this.#current || this.#unpublished !== null) return
    this.#current = latest.hash
    adopt(latest)
  }
}

/** Returns at once: a process serves its own policy until it has met the others. */
export const sharePolicies = (url: string, options: SharedPolicyOptions): SharedPolicies => new Sharing(url, options)
