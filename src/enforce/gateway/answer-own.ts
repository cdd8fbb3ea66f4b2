import type { IncomingMessage, ServerResponse } from 'node:http'
import { CANDOR_BASE } from '../../model/index.ts'
import { webHeaders } from '../head/node-request.ts'
import type { Gatekeeper } from './gatekeeper.ts'
import { ownPage, sendOwnPage } from './own-page.ts'
import { mayReadMetrics, sendText, sendWebResponse, webRequest } from './own-routes.ts'

/** What this gateway answers itself: health and metrics for machines, choices for visitors, what the policy publishes for both. */
export function createOwnRoutes(keeper: Gatekeeper, isDraining: () => boolean) {
  const { options, metrics } = keeper

  function health(response: ServerResponse): void {
    const status = isDraining() ? 'draining' : 'ok'
    const policy = options.current()?.policy.hash ?? null
    const behind = keeper.isAway() ? 'away' : 'ok'
    const body = JSON.stringify({ status, behind, policy })
    sendText(response, isDraining() ? 503 : 200, `${body}\n`, 'application/json')
  }

  function showMetrics(request: IncomingMessage, response: ServerResponse): void {
    if (!mayReadMetrics(request, options.metricsToken)) sendText(response, 403, 'Not for you.\n')
    else sendText(response, 200, metrics.text(options.current()?.door.stats() ?? null), 'text/plain; version=0.0.4')
  }

  async function choices(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
    // RFC 9110, 10.1.1: who waits to be asked for the body is.
    if (request.headers.expect !== undefined) response.writeContinue()
    const asked = await webRequest(request, url)
    if (asked === null) {
      const answer = { status: 413, reason: 'body-too-large' } as const
      sendOwnPage(response, ownPage(request, answer, options.current()?.policy ?? null))
      return
    }
    const answer = await options.current()?.consent?.routes(asked)
    if (answer) await sendWebResponse(response, answer)
    else sendText(response, 404, 'Not found.\n')
  }

  const published = () => options.current()?.publication

  const publishes = ({ method }: IncomingMessage, path: string): boolean =>
    (method === 'GET' || method === 'HEAD') && published()?.has(path) === true

  async function publication(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
    const asked = new Request(url, { method: request.method ?? 'GET', headers: webHeaders(request) })
    const answer = await published()?.answer(asked)
    if (answer !== undefined) await sendWebResponse(response, answer)
    else sendText(response, 404, 'Not found.\n')
  }

  /** Health and metrics are asked for by machines, under any host. */
  function machines(request: IncomingMessage, response: ServerResponse, path: string): boolean {
    if (path === `${CANDOR_BASE}/health`) health(response)
    else if (path === `${CANDOR_BASE}/metrics`) showMetrics(request, response)
    else return false
    return true
  }

  return { machines, choices, publishes, publication }
}
