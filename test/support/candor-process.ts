import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'vitest'
import { eventually } from './eventually.ts'

/** What `npm run build` makes of it. */
export const command = resolve(import.meta.dirname, '../../dist/bin/candor.js')

/** Whether the command has been built. */
export const hasCommand = existsSync(command)
if (!hasCommand) console.log('The command itself is not tried: npm run build makes it.')

/** The command as a process of its own. */
export interface CandorProcess {
  readonly child: ChildProcess
  readonly out: () => string
  readonly talk: () => string
  readonly ended: Promise<number | null>
  /** Where it serves, once it says so. */
  readonly url: () => Promise<string>
  readonly end: (signal?: NodeJS.Signals) => Promise<void>
}

interface Surroundings {
  readonly cwd: string
  /** Besides what there is. */
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the command to its end. */
export function runCandor(
  words: readonly string[],
  { cwd, env = {}, input = '' }: Surroundings & { readonly input?: string | Uint8Array },
) {
  const surroundings = { cwd, env: { ...process.env, ...env } }
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    ...surroundings,
    encoding: 'utf8',
    input,
  })
  return { status, stdout, stderr }
}

export function startCandor(words: readonly string[], { cwd, env = {} }: Surroundings): CandorProcess {
  const child = spawn(process.execPath, [command, ...words, '--lang', 'en'], { cwd, env: { ...process.env, ...env } })
  let out = ''
  let talk = ''
  child.stdout.on('data', piece => {
    out += piece
  })
  child.stderr.on('data', piece => {
    talk += piece
  })
  // Not before all that it said has been heard.
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return {
    child,
    out: () => out,
    talk: () => talk,
    ended,
    url: async () => {
      await eventually(() => expect(out, talk).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/))
      return out.trim()
    },
    end: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await ended
    },
  }
}
