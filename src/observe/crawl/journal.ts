import { constants } from 'node:fs'
import { type FileHandle, open, readFile, truncate } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder } from '../../files/index.ts'
import type { Engine, Observation, Shot, State } from '../../model/index.ts'

/** What a crawl was asked for, as far as it changes what is seen: each by its name, as text. */
export type CrawlPlan = Readonly<Record<string, string>>

/** The pages that the site's sitemaps list; null if none could be read. */
interface SitemapRecord {
  readonly kind: 'sitemap'
  readonly pages: readonly string[] | null
}

/** What was seen of the crawl as a whole. */
interface NoteRecord {
  readonly kind: 'note'
  readonly observations: readonly Observation[]
}

/** One page as it was looked at in one state with one engine. */
export interface PageRecord {
  readonly kind: 'page'
  readonly engine: Engine
  readonly version: string
  readonly state: State
  readonly page: string
  readonly depth: number
  /** The second look at the same page. */
  readonly again: boolean
  readonly url: string
  readonly ok: boolean
  readonly links: readonly string[]
  readonly observations: readonly Observation[]
  readonly shot: Shot | null
}

/** A state is through with one engine, for better or worse. */
export interface StateRecord {
  readonly kind: 'state'
  readonly engine: Engine
  readonly state: State
  readonly seen: boolean
  readonly observations: readonly Observation[]
}

interface BeginRecord {
  readonly kind: 'begin'
  readonly version: 1
  readonly began: string
  readonly plan: CrawlPlan
}

export type JournalRecord = BeginRecord | SitemapRecord | NoteRecord | PageRecord | StateRecord

/** A journal that cannot be gone on with: of a crawl that was asked for something else, not ours, or not to be had. */
export class JournalFault extends Error {
  override readonly name = 'JournalFault'
  readonly code: 'differs' | 'unreadable' | 'unwritable'
  /** What was asked for differently; or the system's word for why it cannot be had. */
  readonly names: readonly string[]
  readonly path: string

  constructor(code: JournalFault['code'], path: string, names: readonly string[] = []) {
    super(`${code}: ${path} ${names.join(', ')}`)
    this.code = code
    this.names = names
    this.path = path
  }
}

const FILE = 'observe.ndjson'
/** A record is on disk when its write returns. */
const APPEND_SYNCED = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | constants.O_DSYNC

function decode(line: string): JournalRecord | null {
  try {
    const record: unknown = JSON.parse(line)
    return typeof record === 'object' && record !== null && 'kind' in record ? (record as JournalRecord) : null
  } catch {
    return null
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

/** How the first line of a journal of ours begins. */
const BEGINNING = '{"kind":"begin"'

interface ReadJournal {
  readonly records: readonly JournalRecord[]
  /** Bytes up to which it is whole. */
  readonly whole: number
}

/** A last line without its end was being written when the crawl was killed: it is as if it were not there. */
async function readJournal(path: string): Promise<ReadJournal> {
  const bytes = await bytesOf(path)
  const whole = bytes.lastIndexOf(0x0a) + 1
  const torn = bytes.subarray(whole, whole + BEGINNING.length).toString('latin1')
  if (whole === 0 && !BEGINNING.startsWith(torn)) throw new JournalFault('unreadable', path)
  const records: JournalRecord[] = []
  for (const line of bytes.subarray(0, whole).toString('utf8').split('\n')) {
    if (line === '') continue
    const record = decode(line)
    if (record === null) throw new JournalFault('unreadable', path)
    records.push(record)
  }
  return { records, whole }
}

const differing = (one: CrawlPlan, other: CrawlPlan): readonly string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(name => one[name] !== other[name]).sort()

/** What a crawl has finished, so that one killed at any moment can go on: a record a line, each on disk before the next. */
export class Journal {
  readonly began: string
  readonly earlier: readonly JournalRecord[]
  readonly #handle: FileHandle
  #writing: Promise<unknown> = Promise.resolve()

  private constructor(handle: FileHandle, began: string, earlier: readonly JournalRecord[]) {
    this.#handle = handle
    this.began = began
    this.earlier = earlier
  }

  /** Goes on with the journal in the folder, or begins one. Throws `JournalFault` where that cannot be. */
  static async open(folder: string, plan: CrawlPlan, now: Date): Promise<Journal> {
    const path = join(folder, FILE)
    try {
      return await Journal.#openAt(path, plan, now)
    } catch (error) {
      if (error instanceof Error && 'syscall' in error && 'code' in error) {
        throw new JournalFault('unwritable', path, [String(error.code)])
      }
      throw error
    }
  }

  static async #openAt(path: string, plan: CrawlPlan, now: Date): Promise<Journal> {
    await makeFolder(dirname(path))
    const { records, whole } = await readJournal(path)
    const [begin, ...earlier] = records
    if (begin !== undefined && begin.kind !== 'begin') throw new JournalFault('unreadable', path)
    const names = begin === undefined ? [] : differing(begin.plan, plan)
    if (names.length > 0) throw new JournalFault('differs', path, names)
    const handle = await open(path, APPEND_SYNCED, 0o600)
    await truncate(path, whole)
    const journal = new Journal(handle, begin?.began ?? now.toISOString(), earlier)
    if (begin === undefined) await journal.write({ kind: 'begin', version: 1, began: journal.began, plan })
    return journal
  }

  /** On disk when it resolves. Records of states that go on at once are written one after the other. */
  write(record: JournalRecord): Promise<void> {
    const written = this.#writing.then(() => this.#handle.appendFile(`${JSON.stringify(record)}\n`))
    this.#writing = written.catch(() => {})
    return written
  }

  async close(): Promise<void> {
    await this.#writing
    await this.#handle.close()
  }
}
