import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { BrowserFault } from './driver.ts'
import type { Environment } from './find-executable.ts'

/** A fresh folder for a browser's profile; the guard of the process that lives in it removes it. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-browser-'))
  await mkdir(join(folder, 'tmp'))
  return folder
}

/** Nothing of the person's own settings reaches the browser, and nothing of it stays behind. */
export const homeIn = (folder: string) => ({
  HOME: folder,
  TMPDIR: `${folder}/tmp`,
  XDG_CONFIG_HOME: `${folder}/config`,
  XDG_DATA_HOME: `${folder}/data`,
  XDG_CACHE_HOME: `${folder}/cache`,
  XDG_STATE_HOME: `${folder}/state`,
})

export interface ProcessOptions {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Environment
  /** What the process says, on either stream, when it can be spoken to; a process that says nothing counts at once. */
  readonly ready?: RegExp
  /** The process's home; removed when it has ended. */
  readonly folder?: string
}

export interface RunningProcess {
  /** What was caught by `ready`'s group. */
  readonly said: string
  readonly end: () => Promise<void>
}

/**
 * The guard waits until our end of its standard input closes, for whatever reason (closed in order, interrupted,
 * crashed, killed), then ends the browser's whole process group and removes its folder: again and again, for what is
 * being killed may write for a moment yet.
 */
const GUARD = `cat >/dev/null
kill -s KILL -- "-$1" 2>/dev/null
[ -z "$2" ] && exit
for again in 1 2 3 4 5 6 7 8 9 10; do rm -rf -- "$2" 2>/dev/null && exit; sleep 0.2; done`

function guard(group: number, folder: string | undefined): () => Promise<void> {
  const process = spawn('/bin/sh', ['-c', GUARD, 'guard', String(group), folder ?? ''], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const gone = new Promise<void>(resolve => process.once('exit', () => resolve()))
  process.unref()
  return () => {
    process.ref()
    process.stdin.end()
    return gone
  }
}

const remove = async (folder: string | undefined) => {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true })
}

const START_LIMIT = 30_000
const LAST_WORDS = 100
const SPOKEN_LIMIT = 64 * 1024

/** What the process says once it is ready. */
function heard(child: ChildProcessByStdio<null, Readable, Readable>, command: string, ready: RegExp | undefined) {
  let spoken = ''
  return new Promise<string>((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer)
      reject(new BrowserFault(`${command} ${why}: ${spoken.trim().slice(-400)}`))
    }
    const succeed = (said: string) => {
      clearTimeout(timer)
      resolve(said)
    }
    const timer = setTimeout(() => fail('did not get ready'), START_LIMIT)
    const hear = (piece: Buffer) => {
      if (spoken.length > SPOKEN_LIMIT) return
      spoken += piece.toString('latin1')
      const match = ready?.exec(spoken)
      if (match) succeed(match[1] ?? '')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    if (ready === undefined) child.once('spawn', () => succeed(''))
    child.once('error', error => fail(error.message))
    // Its last words may come after the news of its end.
    child.once('exit', (code, signal) => setTimeout(() => fail(`ended (${code ?? signal})`), LAST_WORDS))
  })
}

/** Starts a process in a group of its own and waits until it is ready. */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const { command, args, env, ready, folder } = options
  const home = folder === undefined ? {} : homeIn(folder)
  const child = spawn(command, args, { env: { ...env, ...home }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const end = child.pid === undefined ? () => remove(folder) : guard(child.pid, folder)
  try {
    return { said: await heard(child, command, ready), end }
  } catch (error) {
    await end()
    throw error
  }
}
