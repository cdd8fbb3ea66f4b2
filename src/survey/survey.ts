import { createReadStream } from 'node:fs'
import { Pool } from './pool.ts'
import { isDamage, lineBlocks, type OpenedInput, openInput, type SurveyFormat } from './read/index.ts'
import { mergeSummaries, type Summary } from './summary.ts'
import { Tally } from './tally.ts'
import { isLineFormat, tallyBlock, tallyRecords } from './tally-input.ts'

/** A file by its path, or a stream such as standard input. */
export type SurveyInput = { readonly path: string } | { readonly stream: AsyncIterable<Uint8Array> }

export interface SurveyOptions {
  /** Default: told from each input's beginning. */
  readonly format?: SurveyFormat
  /** How many workers count beside this thread; 0 counts here. */
  readonly workers: number
  /** Called now and then with the bytes read so far. */
  readonly progress?: (bytes: number) => void
  readonly signal?: AbortSignal
}

interface Counting {
  readonly opened: OpenedInput
  /** Whether there is no other input. */
  readonly alone: boolean
  readonly here: Tally
  readonly pool: Pool | undefined
}

const script = new URL('./survey-worker.js', import.meta.url)

async function* metered(stream: AsyncIterable<Uint8Array>, add: (bytes: number) => void, signal?: AbortSignal) {
  for await (const piece of stream) {
    signal?.throwIfAborted()
    add(piece.length)
    yield piece
  }
}

/** Where one input goes: what is cut into blocks to any worker, a file that cannot be cut to one of them, else here. */
async function countInput(input: SurveyInput, { opened, alone, here, pool }: Counting): Promise<void> {
  const { format, stream } = opened
  if (isLineFormat(format)) {
    for await (const block of lineBlocks(stream, () => here.addUnreadable())) {
      if (pool === undefined) tallyBlock(here, format, block)
      else await pool.run({ kind: 'block', format, block })
    }
  } else if (pool !== undefined && 'path' in input && !alone) {
    await stream[Symbol.asyncIterator]().return?.()
    await pool.run({ kind: 'file', path: input.path, format })
  } else {
    await tallyRecords(here, opened)
  }
}

/** Counts what the inputs hold. Memory does not grow with them. Rejects with the system's error for an unreadable file. */
export async function survey(inputs: readonly SurveyInput[], options: SurveyOptions): Promise<Summary> {
  const here = new Tally()
  const pool = options.workers > 0 ? new Pool(script, options.workers) : undefined
  let bytes = 0
  const add = (count: number) => {
    bytes += count
    options.progress?.(bytes)
  }
  try {
    for (const input of inputs) {
      const raw = 'path' in input ? createReadStream(input.path, { highWaterMark: 1 << 18 }) : input.stream
      try {
        const opened = await openInput(metered(raw, add, options.signal), options.format)
        await countInput(input, { opened, alone: inputs.length === 1, here, pool })
      } catch (error) {
        if (!isDamage(error)) throw error
        here.addUnreadable()
      }
    }
    const parts = (await pool?.finish()) ?? []
    return parts.reduce(mergeSummaries, here.summary())
  } finally {
    await pool?.close()
  }
}
