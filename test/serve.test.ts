import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const command = join(root, 'dist/bin/candor.js')
const example = join(root, 'examples/quality-unit/candor.yaml')

let folder = ''
let running: ChildProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-serve-'))
})
afterEach(() => {
  running?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Run {
  readonly process: ChildProcess
  readonly out: () => string
  readonly talk: () => string
  readonly ended: Promise<number | null>
}

function candor(...args: string[]): Run {
  const child = spawn(process.execPath, [command, ...args, '--lang', 'en'], { cwd: folder })
  running = child
  let out = ''
  let talk = ''
  child.stdout.on('data', piece => (out += piece))
  child.stderr.on('data', piece => (talk += piece))
  const ended = new Promise<number | null>(done => child.on('exit', code => done(code)))
  return { process: child, out: () => out, talk: () => talk, ended }
}

async function ready(run: Run): Promise<string> {
  await vi.waitFor(() => expect(run.out()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/), 10_000)
  return run.out().trim()
}

describe.skipIf(!existsSync(command))('candor serve (after npm run build)', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('prints its address, serves, and ends cleanly on %s', async signal => {
    const run = candor('serve', example, '--port', '0')
    const url = await ready(run)
    expect((await fetch(url, { headers: { 'Accept-Language': 'en' } })).headers.get('Content-Language')).toBe('en')
    run.process.kill(signal)
    expect(await run.ended).toBe(0)
    await expect(fetch(url)).rejects.toThrow()
  })

  test('follows the file; a bad one is told of with its line and never replaces a good policy', async () => {
    const file = join(folder, 'candor.yaml')
    copyFileSync(example, file)
    const run = candor('serve', '--port', '0')
    const url = await ready(run)
    const hash = async () => ((await (await fetch(new URL('policy.json', url))).json()) as { hash: string }).hash
    const before = await hash()

    writeFileSync(file, 'candor: 1\nsite: nonsense\n')
    await vi.waitFor(() => expect(run.talk()).toContain('The policy from before stays.'), 5000)
    expect(await hash()).toBe(before)

    writeFileSync(file, readFileSync(example, 'utf8').replace(/^effective: .*$/m, 'effective: 2013-01-01'))
    await vi.waitFor(async () => expect(await hash()).not.toBe(before), 5000)
    expect(run.talk()).toContain('The file has changed')
  })

  test('a declaration with errors is not served: they are told, exit 2', async () => {
    writeFileSync(join(folder, 'candor.yaml'), 'candor: 1\n')
    const run = candor('serve', '--port', '0')
    expect(await run.ended).toBe(2)
    expect(run.talk()).toContain('key-missing')
  })

  test('a port that is taken, a file that is not there, a number that is none: a sentence each, exit 2', async () => {
    const other = createServer()
    await new Promise<void>(done => other.listen(0, '127.0.0.1', done))
    const { port } = other.address() as AddressInfo
    for (const [args, says] of [
      [[example, '--port', String(port)], 'something else does already'],
      [['missing.yaml'], 'there is no such file'],
      [[example, '--port', 'many'], '--port takes a number'],
      [[], 'there is no declaration here'],
    ] as const) {
      const run = candor('serve', ...args)
      expect(await run.ended).toBe(2)
      expect(run.talk()).toContain(says)
      expect(run.talk()).not.toMatch(/\n\s+at /)
    }
    other.close()
  })
})
