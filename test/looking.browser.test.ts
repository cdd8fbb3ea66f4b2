import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine, Observation } from '../src/model/index.ts'
import { findPrograms } from '../src/observe/drivers/find-programs.ts'
import { type Looking, openLooking, type PageLook } from '../src/observe/index.ts'
import { type AllSites, openAllSites, type SiteRequest, type SiteResponse } from '../src/sites/index.ts'

const SHOP = 'https://shop.example'
const HOSTS = ['shop.example', 'www.shop.example', 'ads.example', 'old.example']
const VISITOR = 'k3j9-ffa1-22c0-91b7'

const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>Shop</title>${body}`

const START = page(`
  <h1>Shop</h1>
  <script src="https://ads.example/tag.js"></script>
  <script>localStorage.setItem('basket', '[]'); sessionStorage.setItem('tab', '1'); indexedDB.open('orders')</script>
  <img src="https://ads.example/pixel.gif?who=${VISITOR}" alt="">
  <iframe src="https://ads.example/frame"></iframe>
  <form action="/subscribe" method="post">
    <label>Вашият имейл <input name="f1" required></label>
    <input type="hidden" name="token" value="x"><button>OK</button>
    <label for="p">Phone</label><input id="p" type="tel">
  </form>
  <div id="host"></div>
  <script>document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '<input aria-label="Geburtsdatum" name="g">'</script>
  <a href="/terms#top">Terms</a> <a href="https://www.shop.example/help">Help</a> <a href="mailto:a@shop.example">Mail</a>`)

const TAG = `(function () {
  document.cookie = 'tagged=${VISITOR}; Max-Age=2592000; Secure; SameSite=Lax'
})()
navigator.sendBeacon('https://ads.example/beacon', JSON.stringify({ visitor: '${VISITOR}' }))`

const FRAME = page(`<script>localStorage.setItem('frame-key', '1')</script><input name="search" placeholder="Search">`)

const ANSWERS: Readonly<Record<string, SiteResponse>> = {
  'shop.example/': {
    status: 200,
    headers: { P3P: 'CP="NOI CUR OUR"' },
    cookies: [
      'session=abc; Path=/; Secure; HttpOnly; SameSite=Strict',
      'wide=1; Domain=shop.example; Max-Age=86400',
      'bad=1; Domain=else.example',
    ],
    body: START,
  },
  'shop.example/policy.json': {
    status: 200,
    headers: { 'Content-Type': 'application/json' },
    body: '{"format":"candor-policy-1"}',
  },
  'ads.example/tag.js': { status: 200, headers: { 'Content-Type': 'text/javascript' }, body: TAG },
  'ads.example/frame': { status: 200, cookies: ['framed=1; Secure; SameSite=None'], body: FRAME },
  'ads.example/pixel.gif': {
    status: 200,
    headers: { 'Content-Type': 'image/gif' },
    cookies: [`uid=${VISITOR}; Max-Age=31536000; Secure; SameSite=None`],
    body: 'GIF89a',
  },
  'ads.example/beacon': { status: 204 },
  'shop.example/inside': { status: 302, headers: { Location: 'http://169.254.169.254/latest' } },
  'shop.example/inside-by-script': {
    status: 200,
    body: page(`<script>location.replace('http://10.0.0.1/admin')</script>`),
  },
  'shop.example/inside-by-part': { status: 200, body: page(`<img src="https://192.168.0.1/router.gif" alt="">`) },
  'old.example/': { status: 301, headers: { Location: `${SHOP}/` } },
}

const heard: SiteRequest[] = []
const answer = (request: SiteRequest): SiteResponse => {
  heard.push(request)
  return ANSWERS[request.url.hostname + request.url.pathname] ?? { status: 404, body: page('Nothing here') }
}

const kind = <K extends Observation['kind']>({ observations }: PageLook, wanted: K) =>
  observations.filter((seen): seen is Extract<(typeof observations)[number], { kind: K }> => seen.kind === wanted)

const isThere = (engine: Engine) => 'paths' in findPrograms(engine, process.env)

let sites: AllSites
beforeAll(async () => {
  sites = await openAllSites({ hosts: HOSTS, answer })
})
afterAll(() => sites.close())

const open = (engine: Engine, more: object = {}) =>
  openLooking(engine, { env: process.env, proxy: sites.proxy, insecure: true, ownPagesOnly: true, ...more })

async function lookAt(engine: Engine, url: string, more: object = {}): Promise<{ looking: Looking; look: PageLook }> {
  const looking = await open(engine, more)
  return { looking, look: await looking.visit(url, { seconds: 30 }) }
}

describe.each(['chromium', 'firefox', 'webkitgtk'] as const)('with %s', engine => {
  describe.skipIf(!isThere(engine))('(where it is installed)', () => {
    let looking: Looking
    let look: PageLook
    beforeAll(async () => {
      ;({ looking, look } = await lookAt(engine, `${SHOP}/`))
    })
    afterAll(() => looking?.close())

    test('the page comes, with where it leads to', () => {
      expect(look).toMatchObject({ url: `${SHOP}/`, ok: true })
      expect(look.links).toEqual([`${SHOP}/terms`, 'https://www.shop.example/help'])
    })

    test('cookies are told with their attributes, without their values', () => {
      const cookies = new Map(kind(look, 'cookie').map(cookie => [cookie.name, cookie]))
      expect(cookies.get('session')).toMatchObject({
        secure: true,
        httpOnly: true,
        sameSite: 'Strict',
        lifetime: 'session',
        party: 'first',
        fate: 'kept',
      })
      expect(cookies.get('wide')).toMatchObject({ host: 'shop.example', hostOnly: false, httpOnly: false })
      expect(cookies.get('wide')?.lifetime).toBeCloseTo(1, 1)
      expect(cookies.get('tagged')).toMatchObject({ value: { length: VISITOR.length }, party: 'first' })
      expect(JSON.stringify(look).includes(VISITOR)).toBe(false)
    })

    test('storage is told by its keys, databases by their names', () => {
      const keys = kind(look, 'storage').map(({ area, origin, key }) => `${area} ${origin} ${key}`)
      expect(keys).toEqual(
        expect.arrayContaining([`local ${SHOP} basket`, `session ${SHOP} tab`, `indexeddb ${SHOP} orders`]),
      )
    })

    test('requests to others are told, with the ids they carry', () => {
      const pixel = kind(look, 'request').find(({ url }) => url.includes('/pixel.gif'))
      expect(pixel).toMatchObject({
        host: 'ads.example',
        party: 'third',
        type: 'image',
        url: 'https://ads.example/pixel.gif?who={id}',
      })
      expect(pixel?.identifiers).toContain('parameter who')
    })

    test('form fields are told with what they ask for, in shadow roots and frames too', () => {
      const fields = kind(look, 'form-field').map(({ asks, required, frame }) => `${asks} ${required} ${frame}`)
      expect(fields.sort()).toEqual([
        'birthday false null',
        'email true null',
        'phone false null',
        'search false https://ads.example/frame',
      ])
    })

    test('published files are told, there or not', () => {
      const files = kind(look, 'published-file').map(({ path, status }) => `${path} ${status}`)
      expect(files).toEqual(['/w3c/p3p.xml 404', '/policy.json 200', '/.well-known/gpc.json 404'])
    })

    test.each(['/inside', '/inside-by-script'])(
      '%s: nobody is led from a public page into a private network',
      async path => {
        const { ok, url, status, observations, links, gaps } = await looking.visit(`${SHOP}${path}`, { seconds: 30 })
        expect({ ok, status, links }).toEqual({ ok: false, status: null, links: [] })
        expect(new URL(url).hostname).toMatch(/^(?:169\.254\.169\.254|10\.0\.0\.1)$/)
        expect(gaps.map(({ what, why }) => `${what} ${why}`)).toContain('page private-address')
        expect(
          observations.filter(seen => seen.kind === 'request' && seen.host !== 'shop.example' && seen.status !== null),
        ).toEqual([])
        expect(heard.some(({ url: { hostname } }) => /^(?:169|10)\./.test(hostname))).toBe(false)
      },
    )

    test('nor is a part of a page fetched from there', async () => {
      const inside = await looking.visit(`${SHOP}/inside-by-part`, { seconds: 30 })
      expect(inside.ok).toBe(true)
      expect(inside.gaps).toContainEqual(
        expect.objectContaining({ what: 'request', why: 'private-address', detail: '192.168.0.1' }),
      )
    })

    test('what the engine cannot tell is a gap', () => {
      const gaps = look.gaps.map(({ what, why }) => `${what} ${why}`)
      expect(gaps.every(gap => gap.endsWith('engine-cannot'))).toBe(true)
      expect(gaps.includes('cookie-source engine-cannot')).toBe(engine === 'webkitgtk')
      if (engine === 'webkitgtk') expect(look.gaps.map(({ detail }) => detail).join()).toContain('not Safari')
    })

    test('the second visit knows what was there before', async () => {
      const again = await looking.visit(`${SHOP}/`, { seconds: 30 })
      expect(kind(again, 'storage').find(({ key }) => key === 'basket')).toMatchObject({ earlier: true })
      expect(await looking.screenshot()).toMatch(/^iVBORw0KGgo/)
      expect(await looking.evaluate('Promise.resolve([document.title, 1])')).toEqual(['Shop', 1])
    })
  })
})

describe.skipIf(!isThere('chromium'))('what only Chromium tells (where it is installed)', () => {
  let looking: Looking
  let look: PageLook
  beforeAll(async () => {
    ;({ looking, look } = await lookAt('chromium', 'https://old.example/', {
      gpc: true,
      userAgent: 'Candor/1 (robot)',
      language: 'bg',
    }))
  })
  afterAll(() => looking?.close())

  test('who set each cookie: which response, which line of which script, in which frame', () => {
    const cookies = new Map(kind(look, 'cookie').map(cookie => [cookie.name, cookie]))
    expect(cookies.get('session')).toMatchObject({ via: 'header', source: `${SHOP}/`, frame: null })
    expect(cookies.get('tagged')).toMatchObject({
      via: 'script',
      source: 'https://ads.example/tag.js',
      line: 2,
      column: 19,
      frame: null,
    })
    expect(cookies.get('framed')).toMatchObject({
      via: 'header',
      party: 'third',
      frame: 'https://ads.example/frame',
      setting: { url: 'https://ads.example/frame', top: `${SHOP}/`, ancestors: [], navigation: false },
    })
    expect(cookies.get('uid')).toMatchObject({
      source: 'https://ads.example/pixel.gif?who={id}',
      sameSite: 'None',
    })
  })

  test('what was refused, and why', () => {
    expect(kind(look, 'cookie').find(({ name }) => name === 'bad')).toMatchObject({
      fate: 'refused',
      because: ['InvalidDomain'],
    })
  })

  test('beacons, with what is in them, and pixels', () => {
    const requests = kind(look, 'request')
    expect(requests.find(({ type }) => type === 'beacon')).toMatchObject({
      method: 'POST',
      identifiers: expect.arrayContaining(['body visitor']),
    })
    expect(requests.find(({ url }) => url.includes('pixel'))).toMatchObject({ pixel: true })
  })

  test('how the visitor was led there, by what certificates, under what policy', () => {
    expect(kind(look, 'redirect')).toMatchObject([{ from: 'https://old.example/', to: `${SHOP}/`, status: 301 }])
    expect(kind(look, 'certificate').map(({ host }) => host)).toEqual(['old.example', 'shop.example', 'ads.example'])
    expect(kind(look, 'policy-header')).toMatchObject([{ name: 'p3p', value: 'CP="NOI CUR OUR"', cookies: 3 }])
  })

  test('it says what it was told to say', async () => {
    const asked = heard.findLast(({ url }) => url.href === `${SHOP}/`)
    expect(asked?.headers).toMatchObject({ 'sec-gpc': '1', 'user-agent': 'Candor/1 (robot)', 'accept-language': 'bg' })
    expect(await looking.evaluate('navigator.globalPrivacyControl', { world: 'page' })).toBe(true)
  })

  test('every document can be asked, in a world of its own or the page’s', async () => {
    const [frame] = (await looking.frames()).filter(({ url }) => url.startsWith('https://ads.example'))
    await looking.evaluate('globalThis.ours = 1', { frame: frame?.id ?? '' })
    expect(await looking.evaluate('typeof ours', { frame: frame?.id ?? '' })).toBe('number')
    expect(await looking.evaluate('typeof ours', { frame: frame?.id ?? '', world: 'page' })).toBe('undefined')
    await expect(looking.evaluate('nonsense(')).rejects.toThrow('SyntaxError')
  })
})

test.each(['chromium', 'firefox'] as const)(
  'a certificate that %s does not trust is told, and no page',
  async engine => {
    if (!isThere(engine)) return
    const { looking, look } = await lookAt(engine, `${SHOP}/`, { insecure: false })
    await looking.close()
    expect(look).toMatchObject({ ok: false, links: [] })
    expect(look.observations).toEqual([])
    expect(look.gaps.map(({ what, why }) => `${what} ${why}`)).toContain('certificate network')
  },
)

test('an engine that is not there is said to lack', async () => {
  await expect(openLooking('firefox', { env: { PATH: '', FIREFOX_PATH: '/nowhere' } })).rejects.toThrow('firefox-esr')
})

test('nothing was asked of anybody but what the pages wanted', () => {
  expect([...sites.outside.keys()]).toEqual([])
})
