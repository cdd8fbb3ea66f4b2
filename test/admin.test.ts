import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Policy, Receipt } from '../src/model/index.ts'
import { type Admin, createAdmin, createSetUp } from '../src/server/admin/index.ts'
import { openFolderStore, type Store, StoreFailure } from '../src/store/index.ts'
import { choiceAt, randomSubject } from './support/choices.ts'
import { ASKING } from './support/consent-declaration.ts'
import { policyOf } from './support/policy-of.ts'

const PASSWORD = 'correct horse battery'
const MINUTE = 60_000

describe('the admin page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-admin-'))
  let store: Store
  let policy: Policy
  let admin: Admin
  let told: string[] = []
  let now = new Date()
  let isAway = false

  beforeAll(async () => {
    store = await openFolderStore(folder)
    policy = policyOf(ASKING)
  })
  afterAll(async () => {
    await store?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(() => {
    now = new Date()
    told = []
    isAway = false
    admin = createProcess()
  })

  /** One of several that share a store. */
  function createProcess(): Admin {
    const clock = { now: () => now }
    return createAdmin({
      store: async () => {
        if (isAway) throw new StoreFailure('store-away', 'db.example')
        return store
      },
      policy: () => policy,
      setUp: createSetUp({ tell: path => told.push(path), ...clock }),
      ...clock,
    })
  }

  interface Sent {
    readonly cookie?: string
    readonly form?: Readonly<Record<string, string>>
    readonly headers?: Readonly<Record<string, string>>
    readonly from?: string
  }

  async function send(path: string, { cookie, form, headers = {}, from = '203.0.113.7' }: Sent = {}) {
    const request = new Request(`https://shop.example${path}`, {
      method: form === undefined ? 'GET' : 'POST',
      headers: { 'Accept-Language': 'en', ...(cookie === undefined ? {} : { Cookie: cookie }), ...headers },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    })
    const response = await admin(request, from)
    if (response === null) throw new Error(`${path} is not of the admin page`)
    return response
  }

  const logIn = (password: string, from?: string) =>
    send('/admin/log-in', { form: { password }, ...(from === undefined ? {} : { from }) })
  const sessionIn = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const proofIn = async (cookie: string): Promise<string> =>
    /name="proof" value="([^"]+)"/.exec(await (await send('/admin/receipts', { cookie })).text())?.[1] ?? ''

  async function enter(): Promise<{ cookie: string; proof: string }> {
    const cookie = sessionIn(await logIn(PASSWORD))
    return { cookie, proof: await proofIn(cookie) }
  }

  test('leaves alone what is not under it', async () => {
    expect(await admin(new Request('https://shop.example/'), '')).toBeNull()
    expect(await admin(new Request('https://shop.example/administration'), '')).toBeNull()
  })

  test('has no password at first: whoever reads the program’s output sets one, and is in', async () => {
    expect(await (await send('/admin')).text()).toContain('written a link')
    expect(await (await send('/admin')).text()).not.toContain('code=')
    expect(told).toHaveLength(1)
    const code = new URL(told[0] ?? '', 'https://shop.example').searchParams.get('code') ?? ''
    const setUp = (form: Record<string, string>) => send('/admin/set-up', { form: { code, ...form } })
    const both = (password: string) => ({ password, again: password })

    expect((await setUp({ ...both(PASSWORD), code: 'x'.repeat(32) })).status).toBe(403)
    expect(await (await setUp(both('short'))).text()).toContain('too short')
    expect(await (await setUp({ password: PASSWORD, again: 'another long password' })).text()).toContain('differ')
    const set = await setUp(both(PASSWORD))
    expect(set.status).toBe(303)
    expect(set.headers.getSetCookie()[0]).toMatch(
      /^__Host-candor-admin=[\w-]{32}; Path=\/; Max-Age=\d+; Secure; HttpOnly; SameSite=Strict$/,
    )
    expect((await send('/admin', { cookie: sessionIn(set) })).status).toBe(200)

    expect((await setUp(both('another long password'))).status).toBe(403)
    expect(await store.admin.password()).toMatch(/^scrypt\$32768\$8\$3\$/)
    expect((await logIn('another long password')).status).toBe(401)
  })

  test('lets in who knows the password, and nobody else', async () => {
    expect((await send('/admin')).headers.get('Location')).toBe('/admin/log-in')
    expect((await send('/admin/export')).headers.get('Location')).toBe('/admin/log-in')
    expect((await logIn('wrong')).status).toBe(401)
    expect((await logIn('')).status).toBe(401)
    const { cookie } = await enter()
    expect((await send('/admin', { cookie })).status).toBe(200)
    expect((await send('/admin', { cookie: `${cookie}; ${cookie}` })).status).toBe(303)
    expect((await send('/admin', { cookie: `${cookie.slice(0, -1)}_` })).status).toBe(303)
  })

  test('holds back who tries passwords, for a time, and nobody else', async () => {
    for (let wrong = 0; wrong < 5; wrong++) expect((await logIn('wrong', '198.51.100.1')).status).toBe(401)
    const held = await logIn(PASSWORD, '198.51.100.1')
    expect(held.status).toBe(429)
    expect(Number(held.headers.get('Retry-After'))).toBeGreaterThan(800)
    expect((await logIn(PASSWORD, '198.51.100.2')).status).toBe(303)
    now = new Date(now.getTime() + 15 * MINUTE)
    expect((await logIn(PASSWORD, '198.51.100.1')).status).toBe(303)
  })

  test('holds back a whole IPv6 network as one', async () => {
    for (let wrong = 0; wrong < 5; wrong++) await logIn('wrong', `2001:db8:1:2::${wrong}`)
    expect((await logIn(PASSWORD, '2001:db8:1:2:ffff::1')).status).toBe(429)
    expect((await logIn(PASSWORD, '2001:db8:1:3::1')).status).toBe(303)
  })

  test('holds back who goes from one process to the next', async () => {
    for (let wrong = 0; wrong < 5; wrong++) {
      admin = createProcess()
      expect((await logIn('wrong', '198.51.100.9')).status).toBe(401)
    }
    admin = createProcess()
    expect((await logIn(PASSWORD, '198.51.100.9')).status).toBe(429)
  })

  test('looks at few passwords at the same time: each takes memory', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 6 }, (_, at) => logIn('wrong', `192.0.2.${at}`).then(({ status }) => status)),
    )
    expect(statuses.filter(status => status === 503).length).toBe(4)
  })

  test('a session ends half an hour after the last request, after eight hours, and at the log-out', async () => {
    const { cookie, proof } = await enter()
    const begun = now.getTime()
    for (let at = 20; at <= 8 * 60 - 20; at += 20) {
      now = new Date(begun + at * MINUTE)
      expect((await send('/admin/receipts', { cookie })).status).toBe(200)
    }
    now = new Date(begun + 8 * 60 * MINUTE)
    expect((await send('/admin/receipts', { cookie })).status).toBe(303)

    now = new Date(begun)
    const idle = await enter()
    now = new Date(begun + 31 * MINUTE)
    expect((await send('/admin/receipts', { cookie: idle.cookie })).status).toBe(303)

    now = new Date(begun)
    const left = await enter()
    const out = await send('/admin/log-out', { cookie: left.cookie, form: { proof: left.proof } })
    expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0')
    expect((await send('/admin', { cookie: left.cookie })).status).toBe(303)
    expect(proof).not.toBe(left.proof)
  })

  test('no form of another site changes anything', async () => {
    const subject = randomSubject()
    await store.append(choiceAt('shop.example', { subject }))
    const { cookie, proof } = await enter()
    const other = (await enter()).proof
    const erase = (form: Record<string, string>, headers = {}) =>
      send('/admin/receipts/erase', { cookie, form: { subject, ...form }, headers })
    expect((await erase({})).status).toBe(403)
    expect((await erase({ proof: other })).status).toBe(403)
    expect((await erase({ proof }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await erase({ proof }, { Origin: 'https://evil.example' })).status).toBe(403)
    expect((await logInFrom('https://evil.example')).status).toBe(403)
    expect(await store.show(subject)).toHaveLength(1)
    expect((await erase({ proof }, { Origin: 'https://shop.example' })).status).toBe(200)
    expect(await store.show(subject)).toEqual([])
  })

  const logInFrom = (origin: string) =>
    send('/admin/log-in', { form: { password: PASSWORD }, headers: { Origin: origin } })

  test('shows choices over time and by practice, and what the door did, in both languages', async () => {
    await store.append(choiceAt('shop.example', { at: now.toISOString(), decisions: { statistics: 'granted' } }))
    await store.append(choiceAt('shop.example', { at: now.toISOString(), decisions: { gone: 'refused' } }))
    await store.append(choiceAt('other.example', { at: now.toISOString(), decisions: { elsewhere: 'granted' } }))
    const tally = { action: 'stopped', cookie: '<b>_id', practice: null, reason: 'cookie-undeclared', count: 7 }
    await store.door.add('shop.example', now.toISOString().slice(0, 10), [{ ...tally, mode: 'enforce' }])
    const { cookie } = await enter()
    const english = await (await send('/admin?days=90', { cookie })).text()
    expect(english).toContain('<th role="rowheader" scope="row">Visit statistics</th>')
    expect(english).toContain('<th role="rowheader" scope="row">gone</th>')
    expect(english).not.toContain('elsewhere')
    expect(english).toContain('<code>&lt;b&gt;_id</code>')
    expect(english).toContain('not declared')
    const turned = await send('/admin/language/bg', { cookie })
    const bulgarian = await (
      await send('/admin', { cookie: `${cookie}; ${turned.headers.getSetCookie()[0]?.split(';')[0]}` })
    ).text()
    expect(bulgarian).toContain('Статистика на посещенията')
    expect(bulgarian).toContain('не е обявена')
  })

  test('finds a visitor’s receipts and erases them; a name that is none is told', async () => {
    const subject = randomSubject()
    const policy = `sha256:${'0123456789abcdef'.repeat(4)}`
    await store.append(choiceAt('shop.example', { subject, policy, text: null }))
    const { cookie, proof } = await enter()
    const find = async (wanted: string) =>
      (await send('/admin/receipts', { cookie, form: { proof, subject: wanted } })).text()
    const found = await find(subject)
    expect(found).toContain(`1 receipt of ${subject}`)
    expect(found).toMatch(/<code>01234567…<\/code><\/td>\s*<td[^>]*>not known<\/td>/)
    const script = await find('"><script>alert(1)</script>')
    expect(script).toContain('no name of a visitor')
    expect(script).not.toContain('<script>')
    await send('/admin/receipts/erase', { cookie, form: { proof, subject } })
    expect(await find(subject)).toContain(`Nothing is kept of ${subject}.`)
    const verified = await send('/admin/receipts/verify', { cookie, form: { proof } })
    expect(await verified.text()).toContain('Every chain is whole')
  })

  test('hands the receipts out as JSON, one a line', async () => {
    await store.append(choiceAt('shop.example', { at: '2020-05-05T00:00:00.000Z' }))
    const { cookie } = await enter()
    const all = await send('/admin/export?since=2020-05-05&until=2020-05-06', { cookie })
    expect(all.headers.get('Content-Disposition')).toBe('attachment; filename="receipts-shop.example.ndjson"')
    const lines = (await all.text()).trim().split('\n')
    expect(lines.map(line => (JSON.parse(line) as Receipt).at)).toEqual(['2020-05-05T00:00:00.000Z'])
    expect((await send('/admin/export?since=2020-02-31', { cookie })).status).toBe(400)
    expect((await send('/admin/export?since=%27;drop', { cookie })).status).toBe(400)
  })

  test('says that the records cannot be reached while they cannot', async () => {
    isAway = true
    const response = await send('/admin')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('cannot be reached')
  })

  test('runs no script, is kept nowhere and stands in nobody’s frame', async () => {
    const { cookie } = await enter()
    for (const path of ['/admin', '/admin/receipts', '/admin/nowhere']) {
      const response = await send(path, { cookie })
      expect(response.headers.get('Content-Security-Policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
      )
      expect(response.headers.get('Cache-Control')).toBe('no-store')
      expect(await response.text()).not.toMatch(/<script|style="|onclick/)
    }
  })
})
