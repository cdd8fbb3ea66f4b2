import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Leaving } from '../door/door.ts'

/** A response whose head is written and not yet sent is one text; Node keeps it here, and packages that patch it do too. */
interface WrittenHead {
  _header?: unknown
}

const END = '\r\n'

let last: { readonly headers: Leaving['headers']; readonly lines: string } | null = null

/** With the end of the head. The same list mostly comes again and again. */
function linesOf(headers: Leaving['headers']): string {
  if (last?.headers === headers) return last.lines
  const lines = headers.map(([name, value]) => `${name}: ${value}${END}`).join('') + END
  last = { headers, lines }
  return lines
}

/**
 * Adds headers to a head just written. By `setHeader` they would be checked, looked up and joined with every response, which
 * costs as much as all the rest of what the door does. Their values are compact policies and words of standards: nothing in
 * them can end a line. False where the head is kept otherwise; then nothing is changed.
 */
export function appendToHead(response: ServerResponse, headers: Leaving['headers']): boolean {
  const written = response as WrittenHead
  const head = written._header
  if (typeof head !== 'string' || !head.endsWith(END + END)) return false
  written._header = head.slice(0, -END.length) + linesOf(headers)
  return true
}

/** Whether this Node keeps written heads so: tried on a response that goes nowhere. */
function tried(): boolean {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  response.writeHead(200)
  return appendToHead(response, [])
}

let works: boolean | undefined

/** Whether headers can be appended to heads that Node itself has written. */
export function canAppend(): boolean {
  works ??= tried()
  return works
}
