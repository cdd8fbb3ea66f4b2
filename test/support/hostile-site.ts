import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Page = string | ((request: IncomingMessage, response: ServerResponse, origin: string) => void)

const redirect = (to: (n: number) => string): Page => {
  let n = 0
  return (_, response) => response.writeHead(302, { Location: to(n++) }).end()
}

const forEver =
  (piece: string, milliseconds: number): Page =>
  (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' })
    const timer = setInterval(() => response.write(piece), milliseconds)
    response.on('close', () => clearInterval(timer))
  }

const GIGABYTE = 1024 * 1024 * 1024

/** A whole gigabyte, as fast as it is taken. */
const huge: Page = (_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': GIGABYTE })
  const piece = Buffer.alloc(256 * 1024, ' ')
  let left = GIGABYTE / piece.length
  const go = () => {
    while (left-- > 0) if (!response.write(piece)) return void response.once('drain', go)
    response.end()
  }
  go()
}

const MARK = '<script>document.cookie = "mark=1"</script>'

/** Pages that do not want to be looked at. */
const PAGES: Readonly<Record<string, Page>> = {
  '/calm': `<h1>Calm</h1>${MARK}<a href="/next">next</a><a href="javascript:alert(1)">trap</a><a href="mailto:a@b.example">mail</a>`,
  '/alerts': `<script>for (let i = 0; i < 5; i++) alert(i); confirm('sure?'); prompt('name?')</script>${MARK}`,
  '/alerts-for-ever': `${MARK}<script>for (;;) alert('again')</script>`,
  '/leaving': `${MARK}<script>onbeforeunload = event => { event.preventDefault(); return 'stay!' }</script>`,
  '/print': `${MARK}<script>print(); print()</script>`,
  '/loop': `${MARK}<script>for (;;) {}</script>`,
  '/late-loop': `${MARK}<script>addEventListener('load', () => setTimeout(() => { for (;;) {} }, 50))</script>`,
  '/bounce': redirect(() => '/bounce'),
  '/bounce-new': redirect(n => `/bounce-new?${n}`),
  '/reload': '<script>document.cookie = "mark=1"; location.replace("/reload?" + Math.random())</script>',
  '/refresh': `${MARK}<meta http-equiv="refresh" content="0; url=/refresh">`,
  '/slow': () => {},
  '/trickle': forEver(`${MARK}<p>more</p>`, 50),
  '/polls': `${MARK}<script>setInterval(() => fetch('/calm?' + Math.random()), 30)</script>`,
  '/huge': huge,
  '/huge-part': `${MARK}<script>fetch('/huge').then(answer => answer.blob())</script>`,
  '/popups': `${MARK}<script>for (let i = 0; i < 10; i++) open('/popped?' + i)</script>`,
  '/popped': '<script>document.cookie = "popped=1"; opener.location = "/popups-won"</script>',
  '/download': (_, response) =>
    response
      .writeHead(200, {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': 'attachment; filename=x.bin',
      })
      .end('x'),
  '/downloads': `${MARK}<iframe src="/download"></iframe>`,
  '/nothing': (_, response) => response.writeHead(204).end(),
  '/worker': `${MARK}<script>navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready)
    .then(() => caches.open('offline')).then(() => indexedDB.open('orders'))</script>`,
  '/worker.js': (_, response) =>
    response
      .writeHead(200, { 'Content-Type': 'text/javascript' })
      .end(
        `self.onfetch = e => e.respondWith(new Response('<h1>mine</h1>', { headers: { 'Content-Type': 'text/html' } }))`,
      ),
  '/tampered': `<script>
    JSON.stringify = JSON.parse = Object.keys = () => { throw new Error('no') }
    Array.prototype.map = Array.prototype.push = Array.prototype[Symbol.iterator] = () => { throw new Error('no') }
    Object.prototype.toJSON = () => 'lies'; Object.prototype.get = Object.prototype.apply = () => { throw new Error('no') }
    Object.defineProperty(Object.prototype, 'url', { get: () => 'lies', set: () => {} })
    String.prototype.split = String.prototype.slice = RegExp.prototype.test = () => { throw new Error('no') }
    Promise.prototype.then = () => { throw new Error('no') }; window.Set = window.URL = window.Promise = null
    Document.prototype.querySelectorAll = Element.prototype.getAttribute = () => []
    Error.prepareStackTrace = () => 'lies'; Error.stackTraceLimit = 0
    Storage.prototype.key = () => null
    document.cookie = 'mark=1'; localStorage.setItem('kept', 'yes')
    </script><form><input type="email" name="mail"></form><a href="/next">next</a>`,
  '/detects': `<script>
    const { set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
    const native = f => /^function [\\w ]*\\(\\) \\{\\s*\\[native code\\]\\s*\\}$/.test(Function.prototype.toString.call(f))
    document.title = [native(set), native(Storage.prototype.setItem), native(Function.prototype.toString), set.name, set.length,
      Storage.prototype.setItem.name, navigator.webdriver, /Headless/.test(navigator.userAgent),
      Object.getOwnPropertyNames(window).filter(name => /^_[0-9a-f]{24}$/.test(name)).length, 'prototype' in set].join(' ')
    </script>`,
  '/many': `<script>
    for (let i = 0; i < 5000; i++) localStorage.setItem('key' + i, 'x')
    for (let i = 0; i < 3000; i++) document.cookie = 'c' + i + '=1'
    for (let i = 0; i < 3000; i++) { const a = document.createElement('a'); a.href = '/' + i; document.documentElement.append(a) }
    </script>`,
  '/frames': `${MARK}<script>for (let i = 0; i < 150; i++) document.write('<iframe src="about:blank?' + i + '"></iframe>')</script>`,
  '/nested': `${MARK}<iframe src="/nested"></iframe>`,
  '/loud': `${MARK}<script>for (let i = 0; i < 20000; i++) console.log('x'.repeat(100), { i })</script>`,
  '/gone-frame': `${MARK}<iframe srcdoc="<script>localStorage.setItem('from-frame', '1')</script>"
    onload="this.remove()"></iframe>`,
  '/inner': (_, response, origin) =>
    response.writeHead(302, { Location: `${origin.replace('localhost', '127.0.0.1')}/calm` }).end(),
}

export interface HostileSite {
  /** `http://localhost:PORT`; the same is there at 127.0.0.1, another site. */
  readonly origin: string
  /** Paths that were asked for, one after the other. */
  readonly asked: readonly string[]
  readonly close: () => void
}

export async function openHostileSite(): Promise<HostileSite> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    asked.push(path)
    const page = PAGES[path]
    if (page === undefined) response.writeHead(404).end()
    else if (typeof page === 'function') page(request, response, origin)
    else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<!doctype html>${page}`)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    origin,
    asked,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
