import { createReadStream } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { Answer, Task } from './pool.ts'
import { isDamage, openInput } from './read/index.ts'
import { Tally } from './tally.ts'
import { tallyBlock, tallyRecords } from './tally-input.ts'

const tally = new Tally()

async function tallyFile({ path, format }: Extract<Task, { kind: 'file' }>): Promise<void> {
  try {
    await tallyRecords(tally, await openInput(createReadStream(path), format))
  } catch (error) {
    if (!isDamage(error)) throw error
    tally.addUnreadable()
  }
}

async function work(task: Task): Promise<Answer> {
  if (task.kind === 'finish') return { kind: 'summary', summary: tally.summary() }
  if (task.kind === 'block') tallyBlock(tally, task.format, task.block)
  else await tallyFile(task)
  return { kind: 'done' }
}

/** One task after the other, in the order they came. */
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', (task: Task) => {
  last = last.then(async () => {
    const answer = await work(task).catch(
      (error: unknown): Answer => ({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    )
    parentPort?.postMessage(answer)
    if (task.kind === 'finish') parentPort?.close()
  })
})
