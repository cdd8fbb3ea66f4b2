import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a small site with a notice of its own does; every part can be told otherwise. */
export interface AskingSite {
  /** What is put on every page, `CHOICE` being what the visitor said: empty, yes or no. */
  readonly notice: (choice: string) => string
  readonly footer: string
  readonly robots: string | null
  readonly pages: readonly string[]
  /** Answers other than a page with the notice. */
  readonly also: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>>
}

export interface RunningSite {
  readonly url: string
  /** Paths that were asked for, with who asked. */
  readonly asked: readonly { readonly path: string; readonly agent: string; readonly gpc: string }[]
  readonly close: () => Promise<void>
}

const say = (word: string): string =>
  `document.cookie='choice=${word}; path=/; max-age=999'; document.getElementById('ask')?.remove()`

/** A bar with both answers. */
export const BAR = (choice: string): string =>
  choice === ''
    ? `<div id=ask style="position:fixed;bottom:0;left:0;right:0;background:#fff">We use cookies.
        <button onclick="${say('yes')}">Accept all</button><button onclick="${say('no')}">Reject all</button></div>`
    : ''

/** Leads back to both answers. */
const FOOTER = `<footer><a href="#" onclick="document.cookie='choice=; path=/; max-age=0'; location.reload()">Cookie settings</a></footer>`

let hosts = 0
/** Cookies do not mind ports: each site has a host of its own. */
const nextHost = (): string => `127.0.77.${++hosts}`

const PLAIN: AskingSite = { notice: BAR, footer: FOOTER, robots: null, pages: ['/', '/a', '/b'], also: {} }

const choiceIn = (cookie = ''): string => /(?:^|; )choice=(\w*)/.exec(cookie)?.[1] ?? ''

/** Sets `stats` where the visitor said yes; links all its pages on each. */
export async function startAskingSite(site: Partial<AskingSite> = {}): Promise<RunningSite> {
  const { notice, footer, robots, pages, also } = { ...PLAIN, ...site }
  const asked: { path: string; agent: string; gpc: string }[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.example')
    asked.push({
      path: pathname,
      agent: request.headers['user-agent'] ?? '',
      gpc: String(request.headers['sec-gpc'] ?? ''),
    })
    const other = also[pathname]
    if (other !== undefined) return other(request, response)
    if (pathname === '/robots.txt' && robots !== null)
      return response.setHeader('Content-Type', 'text/plain').end(robots)
    if (!pages.includes(pathname)) return response.writeHead(404).end()
    const choice = choiceIn(request.headers.cookie)
    if (choice === 'yes') response.setHeader('Set-Cookie', `stats=${Date.now()}; Path=/; Max-Age=99`)
    const links = pages.map(page => `<a href="${page}">${page}</a>`).join(' ')
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    return response.end(
      `<!doctype html><title>${pathname}</title><h1>${pathname}</h1>${links}${notice(choice)}${footer}`,
    )
  })
  const host = nextHost()
  await new Promise<void>(resolve => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host}:${port}/`,
    asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
