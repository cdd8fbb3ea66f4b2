import { toAsk } from '../../compile/index.ts'
import { notAllowed } from './answers.ts'
import type { Consent } from './consent.ts'
import { type ConsentOptions, createAsking } from './consent-options.ts'
import { createPieces } from './piece.ts'
import { scriptResponse } from './scripts.ts'
import { settle } from './settle.ts'
import { showChoices } from './show-choices.ts'
import { takeChoice } from './take-choice.ts'

/** The asking of visitors by a policy; another policy needs another. */
export function createConsent(options: ConsentOptions): Consent {
  const asking = createAsking(options)
  const { door, terms, base } = asking
  const pieceFor = createPieces(asking)
  const leavesChoice = terms.some(({ needs }) => needs !== 'nothing')
  const heedsSignal = terms.some(({ signal }) => signal)

  const choices = (request: Request): Promise<Response> | Response => {
    const visitor = door.visitor(request.headers.get('Cookie'), request.headers.get('Sec-GPC'))
    if (request.method === 'POST') return takeChoice(asking, visitor, request)
    if (request.method === 'GET' || request.method === 'HEAD') return showChoices(asking, visitor, request)
    return notAllowed('GET, HEAD, POST')
  }

  return {
    routes: async request => {
      const { pathname } = new URL(request.url)
      if (!pathname.startsWith(`${base}/`)) return null
      const name = pathname.slice(base.length + 1)
      return name === 'choices' ? choices(request) : (scriptResponse(name) ?? null)
    },
    notice: (visitor, page) =>
      toAsk(terms, visitor.choice, visitor.signal).length === 0 ? null : pieceFor(visitor, page, true),
    reopener: (visitor, page) =>
      leavesChoice || (heedsSignal && visitor.signal) ? pieceFor(visitor, page, false) : null,
    settle: (visitor, request) => settle(asking, visitor, request),
  }
}
