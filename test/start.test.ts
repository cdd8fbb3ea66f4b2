import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { hasCommand } from './support/candor-process.ts'
import { eventually } from './support/eventually.ts'

const root = resolve(import.meta.dirname, '..')

let shell: ChildProcess | undefined
afterEach(() => {
  try {
    if (shell?.pid !== undefined) process.kill(-shell.pid, 'SIGKILL')
  } catch {
    // All that it began has ended, as it should.
  }
})

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

test.skipIf(!hasCommand)('npm start ends with the npm that began it', async () => {
  // As npm does it: in a shell, which dies of a signal without handing it on.
  shell = spawn('sh', ['-c', `"${process.execPath}" "${join(root, 'scripts/start.mjs')}" --port 0; true`], {
    cwd: root,
    env: { ...process.env, npm_lifecycle_event: 'start' },
  })
  let out = ''
  shell.stdout?.on('data', piece => {
    out += piece
  })
  await eventually(() => expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n/))
  const url = out.split('\n')[0] ?? ''
  expect(await answers(url)).toBe(true)
  shell.kill('SIGTERM')
  await eventually(async () => expect(await answers(url)).toBe(false))
})
