import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import type { Gatekeeper } from './gatekeeper.ts'
import { flow, flowAnswer } from './http/flow.ts'
import { relayInformation } from './http/information.ts'
import type { Origin } from './http/request-head.ts'
import { type HeadChanges, keepsTrailers, responseHead, trailersOf } from './http/response-head.ts'
import { faultOf, mayRepeat, type UpstreamFault } from './http/upstream.ts'
import { type OwnAnswer, ownPage, sendOwnPage } from './own-page.ts'
import { sendPage } from './page/send-page.ts'
import { type AnswerPlan, joinChanges, UNTOUCHED } from './plan-answer.ts'
import type { Visit } from './visit.ts'

/** A request on its way to the site behind and back. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly path: string
  readonly origin: Origin
  /** Null: nothing is held to anything. */
  readonly visit: Visit | null
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'

/** What visitors asked goes to the site behind, what it answers comes back. */
export function createExchanger(keeper: Gatekeeper) {
  const { upstream, limits, metrics } = keeper

  function fail({ request, response, visit }: Exchange, answer: OwnAnswer): void {
    if (response.headersSent) {
      response.destroy()
      return
    }
    sendOwnPage(response, ownPage(request, answer, visit?.enforcement.policy ?? null))
  }

  function fault(exchange: Exchange, reason: UpstreamFault, error: unknown): void {
    metrics.faults.add(reason)
    keeper.tellFault(reason, error)
    fail(exchange, { status: reason === 'timeout' ? 504 : 502, reason })
  }

  function sendBody({ request, response }: Exchange, asked: ClientRequest): void {
    if (!hasBody(request)) {
      asked.end()
      return
    }
    let length = 0
    if (limits.body > 0 && request.headers['content-length'] === undefined)
      request.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > limits.body) asked.destroy(new BodyTooLarge())
      })
    flow(request, asked)
    request.once('end', () => {
      for (const [trailer, value] of trailersOf(request)) asked.addTrailers([[trailer, value]])
      asked.end()
    })
    request.once('error', () => response.destroy())
  }

  function sendAnswer(exchange: Exchange, answer: IncomingMessage, { changes, page }: AnswerPlan): void {
    const { request, response } = exchange
    const told = keepsTrailers(request, answer) ? changes : joinChanges(changes, NO_TRAILER)
    const head = responseHead(answer, told, { from: upstream.origin, to: ownOrigin(exchange.origin) })
    if (!request.complete) head.push('Connection', 'close')
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, head)
    if (page !== null && request.method !== 'HEAD') {
      sendPage({ from: answer, to: response, ...page }, () => (metrics.heldTags += page.rewriter.heldTags))
      return
    }
    flowAnswer(answer, response)
    answer.once('end', () => {
      if (response.writableEnded) return
      const trailers = trailersOf(answer)
      if (trailers.length > 0) response.addTrailers(trailers)
      response.end()
    })
    answer.once('error', () => response.destroy())
  }

  function answerBy(exchange: Exchange, answer: IncomingMessage, plan: AnswerPlan | OwnAnswer): void {
    if (exchange.response.destroyed) answer.destroy()
    else if ('reason' in plan) {
      answer.destroy()
      fail(exchange, plan)
    } else if (answer.destroyed && !answer.complete) fault(exchange, 'broken', answer.errored)
    else sendLegible(exchange, answer, plan)
  }

  /** What the parser lets pass and node:http will not send is no answer. */
  function sendLegible(exchange: Exchange, answer: IncomingMessage, plan: AnswerPlan): void {
    try {
      sendAnswer(exchange, answer, plan)
    } catch (error) {
      answer.destroy()
      fault(exchange, 'broken', error)
    }
  }

  /** Only pages wait for anything. */
  function answerWith(exchange: Exchange, answer: IncomingMessage): void {
    const plan = exchange.visit === null ? UNTOUCHED : keeper.plan(exchange.visit, answer)
    if (plan instanceof Promise) void plan.then(made => answerBy(exchange, answer, made))
    else answerBy(exchange, answer, plan)
  }

  function forward(exchange: Exchange, isRepeated = false): void {
    const { request, response, path, origin, visit } = exchange
    const head = keeper.requestHead(request, origin, visit)
    const asked = upstream.ask({ method: request.method ?? 'GET', path, head })
    let answered = false
    asked.on('information', information => relayInformation(information, response, visit?.page?.rules ?? null))
    asked.once('response', answer => {
      answered = true
      keeper.tellBack()
      answerWith(exchange, answer)
    })
    // A change of protocol that nobody asked for; node:http says nothing of it where nobody listens.
    asked.once('upgrade', (_, socket) => {
      socket.destroy()
      fault(exchange, 'broken', new Error('an unasked change of protocol'))
    })
    asked.on('error', error => {
      if (response.destroyed) return
      if (error instanceof BodyTooLarge) fail(exchange, { status: 413, reason: 'body-too-large' })
      else if (answered) response.destroy()
      else if (!isRepeated && mayRepeat(asked, hasBody(request), error)) forward(exchange, true)
      else fault(exchange, faultOf(error), error)
    })
    response.once('close', () => {
      if (!response.writableFinished || !asked.writableFinished) asked.destroy()
    })
    sendBody(exchange, asked)
  }

  return forward
}

const NO_TRAILER: HeadChanges = { dropped: new Set(['trailer']), added: [] }

const ownOrigin = ({ https, host }: Origin): string => `http${https ? 's' : ''}://${host}`

class BodyTooLarge extends Error {}
