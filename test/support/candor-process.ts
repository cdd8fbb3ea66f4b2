import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'
import { eventually } from './eventually.ts'

const command = join(resolve(import.meta.dirname, '../..'), 'dist/bin/candor.js')

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
  readonly env?: Readonly<Record<string, string>>
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
  const ended = once(child, 'exit').then(([code]) => code as number | null)
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
