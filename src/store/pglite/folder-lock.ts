import { readFileSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreFailure } from '../store-failure.ts'

/** A number is given to many processes one after another; with its start it is one process. Where that cannot be told, `?`. */
function processName(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // proc(5): the command stands in parentheses and may hold any character; the start time is the 20th field after it.
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${pid} ${started}`
  } catch {
    return `${pid} ?`
  }
}

/** Who holds the lock and is still there. */
async function holder(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const [pid = ''] = text.split(' ')
  return text !== '' && processName(Number(pid)) === text ? pid : null
}

/** Takes away a lock whose process is gone, unless another process did so first and holds it now. */
async function breakLock(path: string): Promise<void> {
  const aside = `${path}.${process.pid}`
  await rename(path, aside).catch(() => {})
  if ((await holder(aside)) !== null) await link(aside, path).catch(() => {})
  await rm(aside, { force: true })
}

/** PGlite must have its folder for itself: two processes in one would ruin it. Gives back what releases the lock. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock')
  const mine = `${path}.${process.pid}.new`
  // Linked in place whole: a lock that is there can always be read.
  await writeFile(mine, processName(process.pid) ?? '')
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        await link(mine, path)
        return () => rm(path, { force: true })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const pid = await holder(path)
      if (pid !== null) throw new StoreFailure('store-locked', pid)
      await breakLock(path)
    }
    throw new StoreFailure('store-locked', '?')
  } finally {
    await rm(mine, { force: true })
  }
}
