import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type CandorProcess, hasCommand, runCandor, startCandor } from './support/candor-process.ts'
import { eventually } from './support/eventually.ts'
import { type Behind, startSite } from './support/gateway.ts'
import { ASKING } from './support/gateway-declaration.ts'

let folder = ''
let running: CandorProcess[] = []
let behind: Behind
/** What the site behind has not ended yet. */
let begun: ServerResponse[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-gateway-'))
  writeFileSync(join(folder, 'candor.json'), JSON.stringify(ASKING))
  behind = await startSite((asked, response) => {
    response.setHeader('Set-Cookie', ['basket=1; Path=/', '_stats=1; Path=/'])
    if (asked.url === '/slow') {
      response.write('begun ')
      begun.push(response)
    } else if (asked.url === '/quick') response.end('quick')
    else response.setHeader('Content-Type', 'text/html').end('<title>x</title><body><h1>Hello</h1>')
  })
})
afterEach(async () => {
  await Promise.all(running.map(run => run.end('SIGKILL')))
  running = []
  begun = []
  close(behind.server)
  rmSync(folder, { recursive: true, force: true })
})

const close = (server: Server) => {
  server.closeAllConnections()
  server.close()
}

function candor(...args: string[]): CandorProcess {
  const started = startCandor(['gateway', ...args], { cwd: folder, env: { DATABASE_URL: '' } })
  running.push(started)
  return started
}

const ready = async (run: CandorProcess): Promise<URL> => new URL(await run.url())

const start = (...args: string[]) => candor('--to', behind.url.href, '--port', '0', ...args)

interface Got {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

async function ask(url: URL, path = '/', headers: Record<string, string> = {}, body?: string): Promise<Got> {
  const asked = request(new URL(path, url), { headers, method: body === undefined ? 'GET' : 'POST' }).end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  let text = ''
  for await (const piece of answer) text += piece
  return { status: answer.statusCode ?? 0, headers: answer.headers, text }
}

describe.skipIf(!hasCommand)('candor gateway (after npm run build)', () => {
  test('asks, holds to the answer, keeps a receipt of it that verifies, and ends with 0', async () => {
    const run = start('--data', 'kept')
    const url = await ready(run)
    const first = await ask(url)
    expect(first.text).toContain('<form')
    expect(first.headers['set-cookie']).toHaveLength(1)

    const form = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: url.origin }
    await eventually(async () => {
      const chosen = await ask(url, '/candor/choices', form, 'choice=accept&language=en&return=/')
      expect(chosen.headers['set-cookie']?.[0]).toMatch(/\/recorded\//)
      const cookie = chosen.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
      const second = await ask(url, '/', { Cookie: cookie })
      expect(second.text).not.toContain('<form')
      expect(second.headers['set-cookie']).toHaveLength(2)
    })

    await run.end()
    expect(await run.ended).toBe(0)
    expect(runCandor(['receipts', 'verify', '--data', 'kept'], { cwd: folder })).toMatchObject({
      status: 0,
      stderr: '',
    })
  })

  test('told to stop while it works, it finishes what is under way and loses nothing', async () => {
    const run = start('--mode', 'report')
    const url = await ready(run)
    const slow = Array.from({ length: 20 }, () => ask(url, '/slow'))
    const heard: string[] = []
    let refused = 0
    const load = setInterval(
      () =>
        void ask(url, '/quick').then(
          ({ text }) => heard.push(text),
          () => refused++,
        ),
      5,
    )
    await eventually(() => expect([begun.length, heard.length > 5]).toEqual([slow.length, true]))
    run.child.kill('SIGTERM')
    await eventually(() => expect(refused).toBeGreaterThan(0))
    for (const response of begun) response.end('and ended')
    expect(await run.ended).toBe(0)
    clearInterval(load)
    expect((await Promise.all(slow)).map(({ text }) => text)).toEqual(slow.map(() => 'begun and ended'))
    expect(new Set(heard)).toEqual(new Set(['quick']))
  })

  test('follows the file', async () => {
    const run = start()
    const url = await ready(run)
    const hash = async () => (JSON.parse((await ask(url, '/candor/health')).text) as { policy: string }).policy
    const before = await hash()
    const file = join(folder, 'candor.json')
    writeFileSync(file, '{"candor": 1}')
    await eventually(() => expect(run.talk()).toContain('The policy from before stays.'))
    expect(await hash()).toBe(before)
    writeFileSync(file, JSON.stringify({ ...ASKING, effective: '2026-01-01' }))
    await eventually(async () => expect(await hash()).not.toBe(before))
  })

  test('--mode report and off: pages and cookies pass as they are', async () => {
    for (const mode of ['report', 'off']) {
      const url = await ready(start('--mode', mode))
      const { text, headers } = await ask(url)
      expect(text).toBe('<title>x</title><body><h1>Hello</h1>')
      expect(headers['set-cookie']).toHaveLength(2)
    }
  })

  test('publishes the policy where its header points to, unless told not to', async () => {
    const url = await ready(start())
    for (const path of ['/w3c/p3p.xml', '/policy.json', '/.well-known/gpc.json', '/notice/en/']) {
      const { status, text } = await ask(url, path)
      expect([path, status, text.includes('Hello')]).toEqual([path, 200, false])
    }
    const { text, headers } = await ask(url, '/notice/en')
    expect([headers['location'], text]).toEqual(['/notice/en/', ''])
    expect((await ask(await ready(start('--publish', 'no')), '/policy.json')).text).toContain('Hello')
  })

  test('answers for the declared host and this machine, and for others only when told', async () => {
    const url = await ready(start('--allow-host', 'other.example'))
    const status = async (host: string) => (await ask(url, '/quick', { Host: host })).status
    expect(await status('shop.example')).toBe(200)
    expect(await status('www.shop.example:8080')).toBe(200)
    expect(await status('localhost')).toBe(200)
    expect(await status('other.example')).toBe(200)
    expect(await status('evil.example')).toBe(421)
  })

  test.each([
    [['--port', '0'], '--to URL says where'],
    [['--to', 'ftp://x/'], 'not "ftp://x/"'],
    [['--to', 'http://x/path'], 'without a path'],
    [['--to', 'http://x/', '--mode', 'strict'], '--mode takes enforce, off, report, not "strict".'],
    [['--to', 'http://x/', '--fail', 'no'], '--fail takes open, closed'],
    [['--to', 'http://x/', '--max-body', 'much'], '--max-body takes'],
    [['--to', 'http://x/', '--port', '99999'], '--port takes'],
    [['missing.yaml', '--to', 'http://x/'], 'there is no such file'],
    [['candor.json', 'more.json', '--to', 'http://x/'], '"more.json" is one word too many'],
    [['--to', 'http://x/', '--allow-host', 'http://other.example/'], '"http://other.example/" is none'],
    [['--to', 'http://x/', '--allow-host', 'a.example,b.example:80'], '"b.example:80" is none'],
  ])('wrong use is a sentence, exit 2: %j', async (args, says) => {
    const run = candor(...args)
    expect(await run.ended).toBe(2)
    expect(run.talk()).toContain(says)
    expect(run.talk()).not.toMatch(/\n\s+at /)
  })

  test('a site that does not answer is told of before the first visitor comes, and why', async () => {
    close(behind.server)
    const run = start()
    await eventually(() => expect(run.talk()).toContain('nothing listens at the address in --to'))
    expect((await ask(await ready(run))).status).toBe(502)
  })

  test('a port that is taken is told', async () => {
    const run = candor('--to', 'http://127.0.0.1:9', '--port', behind.url.port)
    expect(await run.ended).toBe(2)
    expect(run.talk()).toContain('something else does already')
  })

  test('the help names every option', () => {
    const source = readFileSync(resolve(import.meta.dirname, '../src/cli/gateway-options.ts'), 'utf8')
    const table = /GATEWAY_OPTIONS = \{([^]*?)\n\}/.exec(source)?.[1] ?? ''
    const options = [...table.matchAll(/^ {2}'?([a-z-]+)'?: /gm)].map(([, name]) => name)
    expect(options.length).toBeGreaterThan(8)
    for (const language of ['en', 'bg']) {
      const { cli } = JSON.parse(
        readFileSync(resolve(import.meta.dirname, `../messages/${language}.json`), 'utf8'),
      ) as {
        cli: Record<string, string>
      }
      for (const option of options) expect(cli['help.gateway']).toContain(`--${option}`)
    }
  })
})
