import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type AskingSite, BAR, type RunningSite, startAskingSite } from '../../../test/support/asking-site.ts'
import type { Looking } from '../looking/looking.ts'
import { openLooking } from '../looking/open-looking.ts'
import { choose } from './choose.ts'
import { loadScript, runScript, ScriptFault } from './script.ts'
import { withdraw } from './withdraw.ts'

let looking: Looking
let site: RunningSite | undefined

beforeAll(async () => {
  looking = await openLooking('chromium', { env: process.env, allowPrivate: true, ownPagesOnly: true })
})
afterAll(() => looking.close())
afterEach(async () => {
  await site?.close()
  site = undefined
})

const limits = { quiet: 200 }

async function chooseOn(act: 'accept' | 'refuse', asking: Partial<AskingSite> = {}) {
  site = await startAskingSite(asking)
  await looking.visit(site.url, limits)
  return choose(looking, act, { start: site.url, limits })
}

const asked = (inner: string) => (choice: string) => (choice === '' ? inner : '')

const FIXED = 'position:fixed;inset:auto 0 0 0;background:#fff'
const keep = (word: string) => `document.cookie='choice=${word}; path=/'; document.querySelector('.ask')?.remove()`

describe('an answer', () => {
  test.each([
    ['accept', 'Accept all'],
    ['refuse', 'Reject all'],
  ] as const)('to %s is proven by loading the page again', async (act, label) => {
    const { looks, ...told } = await chooseOn(act)
    expect(told).toEqual({
      act,
      by: 'finder',
      notice: expect.stringContaining('We use cookies'),
      pressed: [label],
      signs: ['notice-gone', 'cookie-changed'],
      effect: 'proven',
      failure: null,
    })
    expect(looks.flatMap(look => look.observations).filter(({ kind }) => kind === 'cookie')).not.toEqual([])
  })

  test('is said to have had no effect where the page asks again', async () => {
    const notice = () => BAR('').replaceAll('choice=', 'other=')
    expect(await chooseOn('accept', { notice })).toMatchObject({
      failure: 'still-asks',
      effect: 'none',
      signs: ['cookie-changed'],
    })
  })

  test('is said to be unproven where nothing in the browser changed', async () => {
    let told = false
    const also = {
      '/told': (_: unknown, response: { end: () => void }) => {
        told = true
        response.end()
      },
    }
    const notice = () =>
      told ? '' : `<div class=ask style="${FIXED}">Cookies! <button onclick="fetch('/told')">Accept</button></div>`
    expect(await chooseOn('accept', { notice, also })).toMatchObject({
      failure: 'nothing-changed',
      effect: 'unknown',
      signs: ['notice-gone'],
    })
  })

  test('may be kept by the server, which takes its time', async () => {
    const also: AskingSite['also'] = {
      '/say': (_, response) =>
        void setTimeout(() => response.setHeader('Set-Cookie', 'choice=no; Path=/; HttpOnly').end(), 700),
    }
    const notice = asked(
      `<div class=ask style="${FIXED}">Cookies? <button onclick="setTimeout(() => fetch('/say'), 100)">Reject all</button></div>`,
    )
    expect(await chooseOn('refuse', { notice, also })).toMatchObject({ effect: 'proven' })
  })

  test('is not made where the page does not ask, and that is said', async () => {
    expect(await chooseOn('refuse', { notice: () => '' })).toMatchObject({
      by: null,
      pressed: [],
      failure: 'no-notice',
    })
  })

  test('is not made where the notice leaves no way to refuse, and that is said', async () => {
    const notice = asked(
      `<div class=ask style="${FIXED}">Използваме бисквитки. <button onclick="${keep('yes')}">Разбрах</button></div>`,
    )
    expect(await chooseOn('refuse', { notice })).toMatchObject({
      by: null,
      failure: 'no-answer',
      notice: expect.stringContaining('бисквитки'),
    })
  })

  test('takes two steps where the notice wants it so', async () => {
    const inner = `Cookies<label><input type=checkbox id=m checked>Marketing</label><button onclick="document.cookie='choice=' + (m.checked ? 'yes' : 'no') + '; path=/'; document.querySelector('.ask').remove()">Save choices</button>`
    const notice = asked(
      `<div class=ask style="${FIXED}">We use cookies <button onclick="${keep('yes')}">Accept</button><button onclick="this.parentNode.innerHTML = document.querySelector('template').innerHTML">Settings</button><template>${inner}</template></div>`,
    )
    expect(await chooseOn('refuse', { notice })).toMatchObject({
      pressed: ['Settings', 'Save choices'],
      effect: 'proven',
    })
    expect(
      (await looking.cookies()).find(({ name, host }) => name === 'choice' && site?.url.includes(host))?.value,
    ).toBe('no')
  })

  test('is given to a notice that comes late, in a frame of another site', async () => {
    const frame = await startAskingSite({
      pages: ['/'],
      footer: '',
      notice: () =>
        `We value your privacy and use cookies <button onclick="parent.postMessage('no', '*')">Reject all</button><button>Accept all</button>`,
    })
    const notice = asked(`<script>
      setTimeout(() => { const f = document.createElement('iframe'); f.src = '${frame.url}'; f.style = '${FIXED};width:400px;height:200px'; document.body.append(f) }, 500)
      addEventListener('message', ({ data }) => { document.cookie = 'choice=' + data + '; path=/'; document.querySelector('iframe').remove() })
    </script>`)
    const chosen = await chooseOn('refuse', { notice })
    await frame.close()
    expect(chosen).toMatchObject({ pressed: ['Reject all'], effect: 'proven' })
  })

  test('is left to the rules of others where they know the notice', async () => {
    const notice =
      asked(`<div id=onetrust-consent-sdk class=ask><div id=onetrust-banner-sdk style="${FIXED}">We use cookies
      <button id=onetrust-accept-btn-handler onclick="${keep('yes')}">Accept</button>
      <button id=onetrust-reject-all-handler class=ot-reject onclick="${keep('no')}">Reject</button></div></div>`)
    expect(await chooseOn('refuse', { notice })).toMatchObject({
      by: 'rules',
      notice: expect.stringMatching(/onetrust/i),
      effect: 'proven',
    })
  })
})

test('a known notice that nobody sees is not answered in place of the one that is shown', async () => {
  const notice =
    asked(`<div id=onetrust-consent-sdk><div id=onetrust-banner-sdk style="position:fixed;top:0;left:0;width:300px;height:100px;z-index:-1">
      <button id=onetrust-accept-btn-handler>Accept</button><button id=onetrust-reject-all-handler>Reject</button></div></div>
    <div class=ask style="${FIXED};top:0">We use cookies <button onclick="${keep('yes')}">Accept all</button><button onclick="${keep('no')}">Reject all</button></div>`)
  expect(await chooseOn('refuse', { notice })).toMatchObject({
    by: 'finder',
    pressed: ['Reject all'],
    effect: 'proven',
  })
})

describe('a yes', () => {
  const start = async (asking: Partial<AskingSite> = {}) => {
    const accepted = await chooseOn('accept', asking)
    expect(accepted.failure).toBeNull()
    return { start: site?.url ?? '', limits }
  }

  test('is taken back by the way that the site leaves for it', async () => {
    expect(await withdraw(looking, await start())).toMatchObject({
      act: 'withdraw',
      pressed: ['Cookie settings', 'Reject all'],
      effect: 'proven',
    })
  })

  test('is taken back on the page where Candor lets visitors choose again', async () => {
    const page = `<!doctype html><main><h1>Your choices</h1><form><p>Cookies<input type=checkbox checked name=stats></p>
      <button type=button onclick="document.cookie='choice=no; path=/'">Save</button></form></main>`
    const also = {
      '/candor/choices': (
        _: unknown,
        response: { setHeader: (name: string, value: string) => void; end: (text: string) => void },
      ) => {
        response.setHeader('Content-Type', 'text/html')
        response.end(page)
      },
    }
    expect(await withdraw(looking, await start({ footer: '', also }))).toMatchObject({
      pressed: ['Save'],
      effect: 'proven',
    })
  })

  test('that cannot be taken back is said to be so', async () => {
    expect(await withdraw(looking, await start({ footer: '' }))).toMatchObject({ failure: 'no-way-back', pressed: [] })
  })
})

describe('a script', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'candor-script-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const load = (text: string) => {
    const path = join(folder, `${Math.abs(text.length)}-${text.charCodeAt(20)}.mjs`)
    writeFileSync(path, text)
    return loadScript(path)
  }

  test('clicks, types and waits as a visitor would', async () => {
    const also = {
      '/login': (
        _: unknown,
        response: { setHeader: (name: string, value: string) => void; end: (text: string) => void },
      ) => {
        response.setHeader('Content-Type', 'text/html')
        response.end(
          `<input id=name><button onclick="setTimeout(() => { document.cookie='user=' + document.getElementById('name').value; document.body.innerHTML = '<p id=in>in</p>' }, 300)">Log in</button>`,
        )
      },
    }
    site = await startAskingSite({ also })
    const script = await load(`export default async ({ visit, click, type, waitFor, evaluate, state }) => {
      await visit('${site.url}login'); await type('#name', state); await click('button'); await waitFor('#in')
      if ((await evaluate('document.cookie')) !== 'user=before') throw new Error('not logged in')
    }`)
    await runScript(script, looking, { state: 'before', limits })
    expect((await looking.cookies()).map(({ name, value }) => `${name}=${value}`)).toContain('user=before')
  })

  test('that fails says so with its own words', async () => {
    await looking.visit('about:blank')
    const script = await load(`export default () => { throw new Error('no such shop') }`)
    await expect(runScript(script, looking, { state: 'before', limits })).rejects.toMatchObject({
      code: 'failed',
      detail: 'no such shop',
    })
  })

  test('that is none is refused', async () => {
    await expect(load('export const a = 1')).rejects.toBeInstanceOf(ScriptFault)
    await expect(load('export default (')).rejects.toMatchObject({ code: 'unreadable' })
    await expect(loadScript(join(folder, 'none.mjs'))).rejects.toMatchObject({ code: 'unreadable' })
  })
})
