import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type CandorProcess, hasCommand, startCandor } from './support/candor-process.ts'
import { choose } from './support/choose.ts'
import { askingAt } from './support/consent-declaration.ts'
import { eventually } from './support/eventually.ts'
import { SOUND } from './support/policy-of.ts'

const root = resolve(import.meta.dirname, '..')
const example = join(root, 'examples/quality-unit/candor.yaml')

let folder = ''
let running: CandorProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-serve-'))
})
afterEach(async () => {
  await running?.end('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const candor = (...words: string[]): CandorProcess => {
  running = startCandor(words, { cwd: folder })
  return running
}

describe.skipIf(!hasCommand)('candor serve (after npm run build)', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('prints its address, serves, and ends cleanly on %s', async signal => {
    const run = candor('serve', example, '--port', '0')
    const url = await run.url()
    expect((await fetch(url, { headers: { 'Accept-Language': 'en' } })).headers.get('Content-Language')).toBe('en')
    await run.end(signal)
    expect(await run.ended).toBe(0)
    await expect(fetch(url)).rejects.toThrow()
  })

  test('follows the file; a bad one is told of with its line and never replaces a good policy', async () => {
    const file = join(folder, 'candor.yaml')
    copyFileSync(example, file)
    const run = candor('serve', '--port', '0')
    const url = await run.url()
    const hash = async () => ((await (await fetch(new URL('policy.json', url))).json()) as { hash: string }).hash
    const before = await hash()

    writeFileSync(file, 'candor: 1\nsite: nonsense\n')
    await eventually(() => expect(run.talk()).toContain('The policy from before stays.'))
    expect(await hash()).toBe(before)

    writeFileSync(file, readFileSync(example, 'utf8').replace(/^effective: .*$/m, 'effective: 2013-01-01'))
    await eventually(async () => expect(await hash()).not.toBe(before))
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

  test('nothing is kept, and no folder made, where visitors have nothing to choose', async () => {
    writeFileSync(join(folder, 'candor.json'), JSON.stringify(SOUND))
    const run = candor('serve', '--port', '0')
    expect((await fetch(await run.url())).headers.get('Cache-Control')).toContain('public')
    await run.end()
    expect(existsSync(join(folder, '.candor'))).toBe(false)
  })

  test('records choices in a folder; killed with -9 it loses none that it confirmed', async () => {
    writeFileSync(join(folder, 'candor.json'), JSON.stringify(askingAt('https://shop.example/')))
    const run = candor('serve', '--port', '0', '--data', 'kept')
    const url = await run.url()
    await eventually(() => expect(run.talk()).toContain('/admin/set-up?code='))
    const chosen = []
    for (let visitor = 0; visitor < 5; visitor++) chosen.push((await choose(url, 'accept')).choice)
    expect(chosen.every(({ recorded }) => recorded)).toBe(true)
    await run.end('SIGKILL')

    const exported = candor('receipts', 'export', '--data', 'kept')
    expect(await exported.ended).toBe(0)
    for (const { subject } of chosen) expect(exported.out()).toContain(`"subject":"${subject}"`)
    const verified = candor('receipts', 'verify', '--data', 'kept')
    expect(await verified.ended).toBe(0)
    expect(verified.out()).toContain('Every chain is whole.')
  })

  test('a folder that another process uses: it says so, serves, and counts nobody as having consented', async () => {
    writeFileSync(join(folder, 'candor.json'), JSON.stringify(askingAt('https://shop.example/')))
    const first = candor('serve', '--port', '0')
    await eventually(() => expect(first.talk()).toContain('/admin/set-up?code='))
    const second = candor('serve', '--port', '0')
    const url = await second.url()
    await eventually(() => expect(second.talk()).toContain(`in use by process ${first.child.pid}`))
    expect((await choose(url, 'accept')).choice.recorded).toBe(false)
    expect((await fetch(url)).status).toBe(200)
    await first.end('SIGKILL')
  })
})
