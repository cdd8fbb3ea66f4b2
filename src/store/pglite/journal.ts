import { constants, createReadStream } from 'node:fs'
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { makeFolder } from '../../files/index.ts'
import type { Receipt } from '../../model/index.ts'
import { isIntact } from '../seal.ts'

const ENDING = '.ndjson'
/** More than the longest receipt takes. */
const TAIL = 1 << 17
/** A write returns when it is on disk: one way to the system instead of two. */
const APPEND_SYNCED = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | constants.O_DSYNC

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

function decode(line: string): Receipt | null {
  try {
    const receipt = JSON.parse(line) as Receipt
    return isIntact(receipt) ? receipt : null
  } catch {
    return null
  }
}

/**
 * What stands beside a database that does not sync to disk: every receipt is written here too, and synced, before it is
 * acknowledged. A file for each writer, a receipt a line. It is complete: from it the database can be made anew.
 */
export class Journal {
  readonly #folder: string
  #open: { readonly writer: string; readonly handle: FileHandle } | null = null

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async open(folder: string): Promise<Journal> {
    await makeFolder(folder)
    return new Journal(folder)
  }

  /** On disk when it resolves. All are of one writer. */
  async write(receipts: readonly Receipt[]): Promise<void> {
    const [first] = receipts
    if (first === undefined) return
    if (this.#open?.writer !== first.writer) await this.#turnTo(first.writer)
    await this.#open?.handle.appendFile(receipts.map(receipt => `${JSON.stringify(receipt)}\n`).join(''))
  }

  async writers(): Promise<readonly string[]> {
    const names = await readdir(this.#folder)
    return names.filter(name => name.endsWith(ENDING)).map(name => name.slice(0, -ENDING.length))
  }

  /** A line that cannot be read was being written when the machine stopped, or was damaged since: then the chain shows it. */
  async *read(writer: string): AsyncGenerator<Receipt> {
    const lines = createInterface({ input: createReadStream(this.#path(writer)), crlfDelay: Number.POSITIVE_INFINITY })
    for await (const line of lines) {
      const receipt = decode(line)
      if (receipt !== null) yield receipt
    }
  }

  /** The last that can be read; null where that is not told by the file's end alone. */
  async last(writer: string): Promise<Receipt | null> {
    const handle = await open(this.#path(writer))
    try {
      const { size } = await handle.stat()
      if (size === 0) return null
      const buffer = Buffer.alloc(Math.min(size, TAIL))
      await handle.read(buffer, 0, buffer.length, size - buffer.length)
      const lines = buffer.toString('utf8').split('\n')
      return decode(lines.at(-1) || (lines.at(-2) ?? ''))
    } finally {
      await handle.close()
    }
  }

  /** Puts a writer's file anew, every receipt as `change` gives it back or, for null, without it. Whole or not at all. */
  async rewrite(writer: string, change: (receipt: Receipt) => Receipt | null): Promise<void> {
    await this.close()
    const path = this.#path(writer)
    const beside = await open(`${path}.part`, 'w')
    let left = 0
    try {
      for await (const receipt of this.read(writer)) {
        const changed = change(receipt)
        if (changed === null) continue
        left++
        await beside.write(`${JSON.stringify(changed)}\n`)
      }
      await beside.sync()
    } finally {
      await beside.close()
    }
    if (left === 0) await Promise.all([rm(path), rm(`${path}.part`)])
    else await rename(`${path}.part`, path)
    await syncFolder(this.#folder)
  }

  async close(): Promise<void> {
    const closing = this.#open
    this.#open = null
    await closing?.handle.close()
  }

  async #turnTo(writer: string): Promise<void> {
    await this.close()
    this.#open = { writer, handle: await open(this.#path(writer), APPEND_SYNCED, 0o600) }
    await syncFolder(this.#folder)
  }

  #path(writer: string): string {
    return join(this.#folder, writer + ENDING)
  }
}
