import type { RequestListener } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { chromiumPath, launchChromium } from './support/chromium.ts'
import { type Behind, enforcementOf, type Standing, startGateway, startSite, stopAll } from './support/gateway.ts'
import { ASKING } from './support/gateway-declaration.ts'
import { policyOf } from './support/policy-of.ts'

const POLICY = policyOf(ASKING)

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<script src="https://stats.example/s.js"></script>
<script>window.inline = 'https://stats.example/'</script>
<noscript><img src="https://stats.example/p.gif" alt=""></noscript></head>
<body class="shop"><h1>Lamps</h1><iframe title="Film" src="https://film.stats.example/"></iframe><p id="last">Fine lamps.</p></body></html>`

/** Everything in it that a careless scanner takes for something else. */
const AWKWARD = `<!DOCTYPE html PUBLIC "<body>"><!-- <body><script src="https://stats.example/x"> --!>
<html><head><title><body></title><style>/* <body> */</style><script>var a = "<body>"; <!-- <script> </script> --></script>
<template><body><p>no</p></template></head>
<body data-a="1>2" onload='window.loaded = "<body>"'><textarea><script src="https://stats.example/x"></script></textarea>
<svg><title><b>x</b></title><style>/* <p> */</style></svg><p title='a"b' class=x/y>Text &lt; 3 < 4</p><xmp><p></xmp></body></html>`

/** A page that says by itself what it allows: nothing of what the notice is. */
const RESTRICTED = `<!doctype html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src https://stats.example; form-action 'none'">
<title>Shop</title><script src="https://stats.example/s.js"></script></head><body><script>window.inline = true</script><p>Lamps</p></body></html>`

/** All that fetches besides scripts and frames. */
const MEDIA = `<!doctype html><title>Shop</title><body><picture><source srcset="https://stats.example/picture"><img alt="" src="/own.png"></picture>
<video poster="https://stats.example/poster"><source src="https://stats.example/film"></video><audio src="https://stats.example/sound" preload="auto"></audio>
<input type="image" alt="x" src="https://stats.example/input"><svg><image xlink:href="https://stats.example/svg"/></svg>
<link rel="stylesheet" href="https://stats.example/style"><iframe title="x" srcdoc="<img src='https://stats.example/srcdoc'>"></iframe>
<object data="https://stats.example/object"></object><embed src="https://stats.example/embed">`
const FETCHED = ['embed', 'film', 'input', 'object', 'picture', 'poster', 'sound', 'srcdoc', 'style', 'svg']

const PAGES: Readonly<Record<string, string>> = {
  '/': PAGE,
  '/awkward': AWKWARD,
  '/restricted': RESTRICTED,
  '/media': MEDIA,
  '/headless': '<title>x</title>Bare text',
}

const shop: RequestListener = (asked, response) => {
  const page = PAGES[asked.url ?? '']
  if (page === undefined) return void response.writeHead(404).end()
  response.setHeader('Set-Cookie', ['basket=1; Path=/; HttpOnly', '_stats=1; Path=/; HttpOnly'])
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Encoding': 'br',
    ETag: '"1"',
    ...(asked.url === '/'
      ? {
          'Content-Security-Policy':
            "default-src 'none'; script-src 'unsafe-inline' https://stats.example; img-src https:; frame-src https:; form-action 'none'; style-src 'none'",
        }
      : {}),
  })
  response.end(brotliCompressSync(page))
}

describe.skipIf(chromiumPath === undefined)('a site behind the gateway (needs a Chromium)', () => {
  let browser: Browser
  let behind: Behind
  let standing: Standing
  const contexts: BrowserContext[] = []

  beforeAll(async () => {
    browser = await launchChromium()
    behind = await startSite(shop)
    const sockets = new WebSocketServer({ server: behind.server })
    sockets.on('connection', socket => socket.on('message', data => socket.send(`heard ${data}`)))
    const enforcement = enforcementOf(POLICY)
    standing = await startGateway({ to: behind.url, current: () => enforcement })
  })
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map(context => context.close()))
  })
  afterAll(async () => {
    await browser?.close()
    await stopAll([standing], [behind])
  })

  /** A page through the gateway, and what it asked of the others. */
  async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}) {
    const context = await browser.newContext(options)
    contexts.push(context)
    const others: string[] = []
    await context.route('https://**/*', route => {
      others.push(route.request().url())
      return route.fulfill({ contentType: 'text/javascript', body: 'window.tracked = true' })
    })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(new URL(path, standing.url.replace('127.0.0.1', 'localhost')).href)
    return { page, others, complaints, cookies: async () => (await context.cookies()).map(({ name }) => name).sort() }
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

  test('asks first: nothing of others is fetched, no cookie that needs a yes is there', async () => {
    const { page, others, complaints, cookies } = await open('/')
    expect(await page.getByRole('region', { name: 'You decide about your data' }).isVisible()).toBe(true)
    expect(await page.evaluate('[window.tracked, window.inline]')).toEqual([undefined, undefined])
    expect(others).toEqual([])
    expect(await cookies()).toEqual(['basket'])
    expect(complaints).toEqual([])
  })

  test('after yes everything wakes on the very page, and stays so', async () => {
    const { page, others, cookies } = await open('/')
    await press(page, 'Accept all')
    await expect.poll(() => page.evaluate('window.tracked && window.inline')).toBeTruthy()
    await expect.poll(() => others.sort()).toEqual(['https://film.stats.example/', 'https://stats.example/s.js'])
    await page.reload()
    expect(await page.evaluate('[window.tracked, window.inline]')).toEqual([true, 'https://stats.example/'])
    expect(await cookies()).toEqual(['__Host-candor', '_stats', 'basket'])
  })

  test('after no nothing wakes, and after a change of mind the cookies go', async () => {
    const { page, others, cookies } = await open('/')
    await press(page, 'Refuse all')
    await expect.poll(cookies).toContain('__Host-candor')
    await page.reload()
    expect(others).toEqual([])
    expect(await cookies()).toEqual(['__Host-candor', 'basket'])

    await page.getByRole('link', { name: 'Privacy choices' }).click()
    await press(page, 'Accept all')
    await expect.poll(() => page.evaluate('window.tracked')).toBe(true)
    await page.reload()
    expect(await cookies()).toContain('_stats')
    await page.getByRole('link', { name: 'Privacy choices' }).click()
    await Promise.all([page.waitForEvent('load'), press(page, 'Refuse all')])
    expect(await cookies()).toEqual(expect.not.arrayContaining(['_stats']))
    expect(await page.evaluate('window.tracked')).toBeUndefined()
  })

  test('a page that the browser kept from before the choice is not shown again', async () => {
    const { page, cookies } = await open('/')
    await press(page, 'Refuse all')
    await expect.poll(cookies).toContain('__Host-candor')
    await page.goto(page.url().replace(/$/, 'headless'))
    await page.goBack()
    await page.goto(page.url())
    expect(await page.locator('#candor-bar').count()).toBe(0)
  })

  test('a page that restricts itself by a tag of its head gets a notice that looks and works as it should', async () => {
    const { page, others, complaints } = await open('/restricted')
    const bar = page.getByRole('region', { name: 'You decide about your data' })
    expect(await page.evaluate("getComputedStyle(document.getElementById('candor-bar')).position")).toBe('fixed')
    // What the page forbids itself it still does.
    expect(await page.evaluate('window.inline')).toBeUndefined()
    expect(complaints).toEqual([expect.stringContaining('inline script')])
    expect(others).toEqual([])
    await press(page, 'Accept all')
    await expect.poll(() => page.evaluate('window.tracked')).toBe(true)
    expect(await bar.count()).toBe(0)
    await page.reload()
    expect(await page.evaluate('window.tracked')).toBe(true)
  })

  test('whatever fetches waits, and wakes on the very page', async () => {
    const { page, others } = await open('/media')
    expect(others).toEqual([])
    await press(page, 'Accept all')
    const fetched = () => [...new Set(others)].map(url => new URL(url).pathname.slice(1)).sort()
    await expect.poll(fetched).toEqual(FETCHED)
  })

  test('without scripts: the form answers, the pixel for those without scripts is not fetched', async () => {
    const { page, others, cookies } = await open('/', { javaScriptEnabled: false })
    expect(others).toEqual([])
    await press(page, 'Accept all')
    await expect.poll(cookies).toContain('_stats')
    await expect.poll(() => others).toContain('https://stats.example/p.gif')
  })

  test.each(['/awkward', '/headless'])('the rest of a page is as it was: %s', async path => {
    const direct = await browser.newPage()
    await direct.goto(new URL(path, behind.url).href)
    const { page } = await open(path)
    // Only what the gateway put in is taken out again.
    const tree = `(() => { document.getElementById('candor-ui')?.remove(); return document.documentElement.outerHTML })()`
    expect(await page.locator('#candor-ui').count()).toBe(1)
    expect(await page.evaluate(tree)).toBe(await direct.evaluate(tree))
    await direct.close()
  })

  test('WebSockets reach the site behind', async () => {
    const { page } = await open('/headless')
    const said = await page.evaluate(`new Promise(done => {
      const socket = new WebSocket(location.href.replace('http', 'ws'))
      socket.onopen = () => socket.send('you')
      socket.onmessage = ({ data }) => done(data)
    })`)
    expect(said).toBe('heard you')
  })
})
