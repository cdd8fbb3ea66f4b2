import { request as ask, type IncomingMessage, type RequestListener } from 'node:http'
import { createAnswer } from '../../examples/shop/answer.ts'
import type { Policy } from '../../src/model/index.ts'
import type { SiteRequest, SiteResponse } from '../../src/sites/index.ts'

export const CARELESS = 'https://shop.example'

const EVERYTHING = 'choice=statistics.advertising.affiliates'

/** Everybody has said yes to all, and no browser signals anything: so much for what visitors want. */
function asIfAllowed({ headers, cookies, ...request }: SiteRequest): SiteRequest {
  const { 'sec-gpc': _, ...others } = headers
  return { ...request, headers: others, cookies: cookies === '' ? EVERYTHING : `${cookies}; ${EVERYTHING}` }
}

/** The example shop as most sites are: it does all that it can do to everybody, and has no page to say no. */
export function carelessShop(policy: Policy): (request: SiteRequest) => Promise<SiteResponse> {
  const answer = createAnswer(policy, [])
  return async request => {
    const response = await answer(asIfAllowed(request))
    return { ...response, body: (response.body ?? '').replace(/<a href="[^"]*\/choices">[^<]*<\/a>/, '') }
  }
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of message as AsyncIterable<Buffer>) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

/** The shop as a server of its own, for something that stands before it. */
export const listenerOf =
  (answer: (request: SiteRequest) => Promise<SiteResponse>): RequestListener =>
  async (asked, response) => {
    const { method = 'GET', headers } = asked
    const url = new URL(asked.url ?? '/', CARELESS)
    const said = await answer({ method, url, cookies: headers.cookie ?? '', headers, body: await bodyOf(asked) })
    response.writeHead(said.status, {
      'Content-Type': 'text/html; charset=utf-8',
      ...said.headers,
      ...(said.cookies?.length ? { 'Set-Cookie': [...said.cookies] } : {}),
    })
    response.end(said.body)
  }

/** Asks what stands at that address for the shop, as the proxy that ends the encryption would. */
export const askedAt =
  (address: string) =>
  ({ method, url, headers, body }: SiteRequest): Promise<SiteResponse> =>
    new Promise((resolve, reject) => {
      const forwarded = { ...headers, host: url.host, 'x-forwarded-proto': 'https', 'accept-encoding': 'identity' }
      const asked = ask(new URL(url.pathname + url.search, address), { method, headers: forwarded }, async answer => {
        const { 'set-cookie': cookies = [], connection: _, 'transfer-encoding': __, ...rest } = answer.headers
        resolve({
          status: answer.statusCode ?? 502,
          headers: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])),
          cookies,
          body: await bodyOf(answer),
        })
      })
      asked.on('error', reject)
      asked.end(body)
    })
