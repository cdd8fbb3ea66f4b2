import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from './support/eventually.ts'

const bin = resolve(import.meta.dirname, '../src/cli/bin.ts')

let folder = ''
let child: ChildProcess | undefined
let out = ''
let talk = ''

const file = () => join(folder, 'candor.yaml')
/** As editors do: a new file in the old one's place. */
const replace = (text: string) => {
  writeFileSync(`${file()}~`, text)
  renameSync(`${file()}~`, file())
}
const last = () => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as { issues: { code: string; line: number }[] }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-watch-'))
  out = ''
  talk = ''
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function watch(): ChildProcess {
  const started = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), bin, 'check', '--watch', '--json'], {
    cwd: folder,
    env: { ...process.env, LANG: 'en_US.UTF-8' },
  })
  started.stdout.on('data', piece => (out += piece))
  started.stderr.on('data', piece => (talk += piece))
  child = started
  return started
}

test.each(['SIGTERM', 'SIGINT'] as const)('candor check --watch follows the file until %s', async signal => {
  writeFileSync(file(), 'candor: 1\n')
  const running = watch()
  await eventually(() => expect(last().issues.map(({ code }) => code)).toContain('key-missing'))

  replace('candor: 1\n\naccess: sometimes\n')
  await eventually(() => expect(last().issues.at(-1)).toMatchObject({ code: 'term-unknown', line: 3 }))

  replace('{{{ \0 not a declaration')
  await eventually(() => expect(last().issues.map(({ code }) => code)).toContain('control-character'))

  rmSync(file())
  await eventually(() => expect(talk).toContain('there is no such file'))
  replace('candor: 2\n')
  await eventually(() => expect(last().issues.map(({ code }) => code)).toContain('version-unknown'))

  const ended = new Promise(done => running.on('exit', (code, by) => done(by ?? code)))
  running.kill(signal)
  expect(await ended).toBe(0)
})
