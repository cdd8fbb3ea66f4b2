import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingPolicy, choiceOf, cookieHeader } from '../../test/support/door-policy.ts'

/** The program itself; `bin` of the package is a script or the program, as it was installed. */
const { default: workerd } = createRequire(import.meta.url)('workerd') as { readonly default: string }
const none = choiceOf(askingPolicy(), { statistics: 'refused', advertising: 'refused', tips: 'refused' })

const KEPT = ['session=1; Path=/', 'basket=1; Path=/; Max-Age=2592000']

let folder: string
let running: ChildProcess | undefined
let origin: string
let code: string

/** At a port that it picks itself and tells. */
const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = [(name = "worker", esModule = embed "worker.js")], compatibilityDate = "2026-01-01"))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
`

/** The port, once it answers there: it says so in a line on its third stream. */
async function portOf({ stdio }: ChildProcess): Promise<number> {
  for await (const line of createInterface({ input: stdio[3] as Readable })) {
    const { event, port } = JSON.parse(line) as { readonly event: string; readonly port: number }
    if (event === 'listen') return port
  }
  throw new Error('workerd ended')
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-edge-'))
  const worker = resolve(import.meta.dirname, '../../test/support/edge-worker.ts')
  const bundled = await build({
    entryPoints: [worker],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  })
  code = bundled.outputFiles[0]?.text ?? ''
  writeFileSync(join(folder, 'worker.js'), code)
  writeFileSync(join(folder, 'config.capnp'), CONFIG)
  const words = ['serve', '--control-fd=3', join(folder, 'config.capnp')]
  running = spawn(workerd, words, { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] })
  origin = `http://127.0.0.1:${await portOf(running)}`
})

afterAll(async () => {
  if (running !== undefined && running.exitCode === null) {
    const ended = new Promise(resolve => running?.once('exit', resolve))
    // It would wait for what a failed test left open.
    running.kill('SIGKILL')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
})

describe('under workerd', () => {
  test('neither the door nor the asking needs anything of Node', () => {
    expect(code.length).toBeGreaterThan(10_000)
    expect(code).not.toMatch(/from\s*["']node:|require\(["']node:/)
  })

  test('each of several cookies has its own way', async () => {
    const response = await fetch(`${origin}/cookies`)
    expect(response.headers.getSetCookie()).toEqual(KEPT)
    expect(response.headers.get('P3P')).toContain('CP="')
    expect(response.headers.get('Content-Type')).toBe('text/plain')
    expect(await response.text()).toBe('done')
  })

  test('without cookies nothing is added', async () => {
    const response = await fetch(`${origin}/plain`)
    expect(await response.text()).toBe('done')
    expect([response.headers.get('P3P'), response.headers.getSetCookie()]).toEqual([null, []])
  })

  test('a body streams: its first piece is there before its last is made', async () => {
    const asked = request(`${origin}/echo`, { method: 'POST' })
    asked.write('first ')
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    expect(answer.headers['set-cookie']).toEqual(KEPT)
    expect(String((await once(answer, 'data'))[0])).toBe('first ')
    asked.end('last')
    expect(String((await once(answer, 'data'))[0])).toBe('last')
  })

  test('HEAD, and a body that is none', async () => {
    expect((await fetch(`${origin}/cookies`, { method: 'HEAD' })).headers.getSetCookie()).toEqual(KEPT)
    const gone = await fetch(`${origin}/gone`)
    expect([gone.status, await gone.text()]).toEqual([200, ''])
  })

  test('errors pass, and their cookies are looked at too', async () => {
    const response = await fetch(`${origin}/error`)
    expect([response.status, await response.text()]).toEqual([500, 'failed'])
    expect(response.headers.getSetCookie()).toEqual([])
  })

  test('visitors are asked, and their answer is taken', async () => {
    expect(await (await fetch(`${origin}/page`)).text()).toContain('Refuse all')
    const answer = await fetch(`${origin}/candor/choices`, {
      method: 'POST',
      headers: { Origin: origin },
      body: new URLSearchParams({ choice: 'refuse', return: '/page' }),
      redirect: 'manual',
    })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/page'])
    const [line = ''] = answer.headers.getSetCookie()
    const after = await fetch(`${origin}/page`, { headers: { Cookie: line.split(';')[0] ?? '' } })
    expect(await after.text()).not.toContain('Refuse all')
  })

  test('whoever refused has their cookies taken back; the browser’s signal is heard', async () => {
    const refused = await fetch(`${origin}/plain`, { headers: { Cookie: cookieHeader(none, '_stats=1') } })
    expect(refused.headers.getSetCookie()[0]).toMatch(/^_stats=; Max-Age=0; /)
    const signal = await fetch(`${origin}/plain`, { headers: { Cookie: 'ads=1', 'Sec-GPC': '1' } })
    expect(signal.headers.getSetCookie()[0]).toMatch(/^ads=; Max-Age=0; /)
  })

  test('a web socket passes as it is', async () => {
    const { WebSocket } = await import('ws')
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`)
    const headers = new Promise<readonly string[] | undefined>(resolve =>
      socket.once('upgrade', ({ headers }) => resolve(headers['set-cookie'])),
    )
    const echoed = new Promise<string>((resolve, reject) => {
      socket.once('open', () => socket.send('hello there'))
      socket.once('message', data => resolve(String(data)))
      socket.once('error', reject)
    })
    expect(await echoed).toBe('hello there')
    expect(await headers).toEqual(['stranger=1'])
    socket.close()
  })
})
