import { type Consent, type ConsentOptions, createConsent } from '../../src/enforce/consent/index.ts'
import { createDoor } from '../../src/enforce/door/create-door.ts'
import type { Door } from '../../src/enforce/door/door.ts'
import type { Language } from '../../src/messages/index.ts'
import type { Policy } from '../../src/model/index.ts'
import { type Listening, listen } from '../../src/server/index.ts'

/** What a site around the notice serves, besides the notice itself. */
export interface ConsentSite {
  readonly url: string
  readonly door: Door
  readonly consent: Consent
  /** Every request that came, as `METHOD path`. */
  readonly requests: string[]
  /** What the pages say; may be changed between requests. */
  page: { body: string; head: string; csp: (own: { script: string; style: string }) => string; language: Language }
  /** The policy as it now stands. */
  adopt(policy: Policy): void
  close(): Promise<unknown>
}

const NOTHING: ConsentSite['page'] = {
  head: '',
  body: '<main><h1>The shop</h1><p><a href="/other">Another page</a></p></main>',
  csp: ({ script, style }) =>
    `default-src 'none'; script-src ${script}; style-src ${style}; connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'`,
  language: 'en',
}

type Options = Partial<Omit<ConsentOptions, 'policy' | 'door'>> & { readonly nonce?: string }

/** A site of one page under every path, its visitors held to a policy by a real door: the server a notice lives on. */
export async function consentSite(
  policyAt: (url: string) => Policy,
  { nonce, ...options }: Options = {},
): Promise<ConsentSite> {
  const listening: Listening = await listen(request => answer(request), { port: 0 })
  const made = (policy: Policy) => {
    const door = createDoor(policy)
    return { door, consent: createConsent({ policy, door, ...options }) }
  }
  let { door, consent } = made(policyAt(listening.url))
  const requests: string[] = []
  const page = { ...NOTHING }

  async function answer(request: Request): Promise<Response> {
    const { pathname, host, protocol } = new URL(request.url)
    requests.push(`${request.method} ${pathname}`)
    const own = await consent.routes(request)
    if (own !== null) return own
    if (pathname === '/tracker.js')
      return new Response('window.ran = [...(window.ran ?? []), "tracker"]', {
        headers: { 'Content-Type': 'text/javascript' },
      })
    if (pathname === '/frame') return new Response('<p>A film</p>', { headers: { 'Content-Type': 'text/html' } })
    const visitor = door.visitor(request.headers.get('Cookie'), request.headers.get('Sec-GPC'))
    const asked = { language: page.language, ...(nonce === undefined ? {} : { nonce }) }
    const { html, csp, setCookies: settled } = await consent.page(request, asked)
    const response = new Response(
      `<!doctype html><html lang="${page.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Shop</title><link rel="icon" href="data:,">${page.head}</head><body>${html}${page.body}</body></html>`,
      {
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': page.csp({ script: csp.script.join(' '), style: csp.style.join(' ') }),
        },
      },
    )
    const departure = {
      host,
      path: pathname,
      https: protocol === 'https:',
      setCookies: ['_ad=1; Max-Age=60', ...settled],
    }
    const { setCookies } = door.leave(visitor, departure)
    for (const line of setCookies) response.headers.append('Set-Cookie', line)
    return response
  }

  return {
    url: listening.url,
    requests,
    page,
    get door() {
      return door
    },
    get consent() {
      return consent
    },
    adopt: next => {
      const changed = made(next)
      door = changed.door
      consent = changed.consent
    },
    close: () => listening.drain(),
  }
}
