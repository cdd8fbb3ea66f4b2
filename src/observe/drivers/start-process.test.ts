import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eventually } from '../../../test/support/eventually.ts'
import { BrowserFault } from './driver.ts'
import { freshFolder, startProcess } from './start-process.ts'

/** A zombie still counts as a process to `kill 0`; what it was is over. */
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return existsSync(`/proc/${pid}/exe`)
}

const shell = (script: string) => ({ command: '/bin/sh', args: ['-c', script], env: process.env })

test('ends a process with all it has started, and removes its folder', async () => {
  const folder = await freshFolder()
  const running = await startProcess({ ...shell('sleep 600 & echo child $!; wait'), ready: /child (\d+)/, folder })
  const child = Number(running.said)
  writeFileSync(join(folder, 'profile'), 'x')
  expect(isRunning(child)).toBe(true)
  await running.end()
  await eventually(() => expect(isRunning(child)).toBe(false))
  expect(existsSync(folder)).toBe(false)
})

test('keeps the process from the settings of the person who runs it', async () => {
  const folder = await freshFolder()
  const running = await startProcess({ ...shell('echo "home $HOME"; sleep 600'), ready: /home (.*)\n/, folder })
  expect(running.said).toBe(folder)
  await running.end()
})

test('says what a process said that ended instead of getting ready, and leaves nothing behind', async () => {
  const folder = await freshFolder()
  const failed = startProcess({ ...shell('echo no display >&2; exit 3'), ready: /never/, folder })
  await expect(failed).rejects.toThrow(BrowserFault)
  await expect(failed).rejects.toThrow('/bin/sh ended (3): no display')
  expect(existsSync(folder)).toBe(false)
})

test('says which program could not be started', async () => {
  const folder = await freshFolder()
  const failed = startProcess({ command: '/nowhere/browser', args: [], env: process.env, folder })
  await expect(failed).rejects.toThrow('/nowhere/browser')
  expect(existsSync(folder)).toBe(false)
})

test('takes the process along when the program that started it is killed', async () => {
  const module = new URL('start-process.ts', import.meta.url).href
  const script = `
    const { freshFolder, startProcess } = await import(${JSON.stringify(module)})
    const folder = await freshFolder()
    const env = process.env
    const { said } = await startProcess({ command: '/bin/sh', args: ['-c', 'echo own $$; sleep 600'], env, ready: /own (.*)\\n/, folder })
    console.log('started', said, folder)
    process.kill(process.pid, 'SIGKILL')`
  const program = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  let said = ''
  let failed = ''
  program.stdout.on('data', piece => {
    said += piece
  })
  program.stderr.on('data', piece => {
    failed += piece
  })
  await once(program, 'close')
  expect(failed).toBe('')
  expect(said).toMatch(/^started \d+ \S+\n$/)
  const [, pid, folder = ''] = said.split(/\s/)
  await eventually(() => expect(isRunning(Number(pid)) || existsSync(folder)).toBe(false))
})
