import type { IncomingMessage, InformationEvent, ServerResponse } from 'node:http'
import type { HostRules } from '../html/host-rules.ts'
import { openLinks } from '../page/held-links.ts'
import { hasToken } from './raw-headers.ts'

/**
 * RFC 9110, 15.2: what comes before an answer goes on, to visitors whose HTTP knows of it. Hints lead nowhere that the
 * page itself would not.
 */
export function relayInformation(
  { statusCode, headers: { link } }: InformationEvent,
  response: ServerResponse<IncomingMessage>,
  rules: HostRules | null,
): void {
  const { req: request } = response
  if (request.httpVersion !== '1.1' || response.headersSent) return
  if (statusCode === 100 && hasToken(request.headers.expect, '100-continue')) response.writeContinue()
  if (statusCode === 102) response.writeProcessing()
  if (statusCode === 103 && link !== undefined) writeHints(response, openLinks([link].flat().join(', '), rules))
}

/** Links that node:http finds malformed it does not send: hints may be lost. */
function writeHints(response: ServerResponse, link: readonly string[]): void {
  try {
    if (link.length > 0) response.writeEarlyHints({ link: [...link] })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
}
