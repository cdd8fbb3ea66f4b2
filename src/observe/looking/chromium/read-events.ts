import type { RequestType, ScriptPlace } from '../../../model/index.ts'
import type { RecordedAnswer, RecordedRequest } from '../../collect/page-record.ts'
import type { Initiator, RequestExtraInfo, RequestWillBeSent, Response, ResponseExtraInfo, Stack } from './events.ts'

export const TYPES: Readonly<Record<string, RequestType>> = {
  Document: 'document',
  Stylesheet: 'style',
  Image: 'image',
  Media: 'media',
  Font: 'font',
  Script: 'script',
  XHR: 'fetch',
  Fetch: 'fetch',
  EventSource: 'fetch',
  WebSocket: 'websocket',
  Ping: 'beacon',
  CSPViolationReport: 'report',
  Preflight: 'preflight',
}

/** The nearest script on the stack, of what was waited for too. */
function callPlace(stack: Stack | undefined, depth = 0): ScriptPlace | null {
  if (stack === undefined || depth > 10) return null
  const call = stack.callFrames.find(({ url }) => /^(?:https?|blob):/.test(url))
  if (call === undefined) return callPlace(stack.parent, depth + 1)
  return { url: call.url, line: call.lineNumber + 1, column: call.columnNumber + 1 }
}

export function sourceOf(initiator: Initiator): ScriptPlace | null {
  const call = callPlace(initiator.stack)
  if (call !== null || initiator.url === undefined) return call
  const number = (it: number | undefined) => (it === undefined ? null : it + 1)
  return { url: initiator.url, line: number(initiator.lineNumber), column: number(initiator.columnNumber) }
}

const lines = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).flatMap(([name, all]) => all.split('\n').map(value => [name, value] as const))

function certificateOf({ securityDetails: told, securityState }: Response): RecordedAnswer['certificate'] {
  if (told === undefined) return null
  return {
    protocol: told.protocol,
    subject: told.subjectName,
    issuer: told.issuer,
    from: told.validFrom,
    to: told.validTo,
    problem: securityState === 'insecure' ? 'not trusted' : null,
  }
}

const LONGEST_BODY = 65_536

export function bodyOf({ postData, postDataEntries }: RequestWillBeSent['request']): string | null {
  const body = postData ?? postDataEntries?.map(({ bytes = '' }) => Buffer.from(bytes, 'base64').toString()).join('')
  return body?.slice(0, LONGEST_BODY) ?? null
}

/** One step of a request that may be sent on. */
export interface Hop {
  readonly asked: Omit<RecordedRequest, 'cookies' | 'answer' | 'setCookies' | 'length'>
  answer: Response | null
  /** Whether raw headers come apart from the answer. */
  extra: boolean
  length: number | null
}

/** With its raw headers, where they came apart. */
export function recorded(
  hop: Hop,
  sent: RequestExtraInfo | undefined,
  received: ResponseExtraInfo | undefined,
): RecordedRequest {
  const { asked, answer, length } = hop
  const headers = lines(received?.headers ?? answer?.headers ?? {})
  return {
    ...asked,
    cookies:
      sent?.associatedCookies
        .filter(({ blockedReasons }) => blockedReasons.length === 0)
        .map(({ cookie }) => cookie.name) ?? null,
    answer: answer === null ? null : { status: answer.status, headers, certificate: certificateOf(answer) },
    setCookies: headers
      .filter(([name]) => name.toLowerCase() === 'set-cookie')
      .map(([, line]) => ({
        line,
        refused: received?.blockedCookies.find(({ cookieLine }) => cookieLine === line)?.blockedReasons ?? [],
      })),
    length,
  }
}
