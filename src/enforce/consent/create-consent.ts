import { toAsk } from '../../compile/index.ts'
import type { Visitor } from '../door/door.ts'
import { notAllowed } from './answers.ts'
import type { Consent, PageAsking } from './consent.ts'
import { type ConsentOptions, createAsking } from './consent-options.ts'
import { createPieces } from './piece.ts'
import { scriptResponse } from './scripts.ts'
import { settle } from './settle.ts'
import { showChoices } from './show-choices.ts'
import { takeChoice } from './take-choice.ts'

const NO_PIECE: Pick<PageAsking, 'html' | 'csp'> = { html: '', csp: { script: [], style: [], connect: [], form: [] } }

/** The asking of visitors by a policy; another policy needs another. */
export function createConsent(options: ConsentOptions): Consent {
  const asking = createAsking(options)
  const { door, terms, base } = asking
  const pieceFor = createPieces(asking)
  const leavesChoice = terms.some(({ needs }) => needs !== 'nothing')
  const heedsSignal = terms.some(({ signal }) => signal)

  const visitorOf = ({ headers }: Request): Visitor => door.visitor(headers.get('Cookie'), headers.get('Sec-GPC'))

  const choices = (request: Request): Promise<Response> | Response => {
    const visitor = visitorOf(request)
    if (request.method === 'POST') return takeChoice(asking, visitor, request)
    if (request.method === 'GET' || request.method === 'HEAD') return showChoices(asking, visitor, request)
    return notAllowed('GET, HEAD, POST')
  }

  const notice: Consent['notice'] = (visitor, page) =>
    toAsk(terms, visitor.choice, visitor.signal).length === 0 ? null : pieceFor(visitor, page, true)

  const reopener: Consent['reopener'] = (visitor, page) =>
    leavesChoice || (heedsSignal && visitor.signal) ? pieceFor(visitor, page, false) : null

  return {
    base,
    notice,
    reopener,
    async page(request, options) {
      const visitor = visitorOf(request)
      const page = { ...options, url: request.url }
      const { html, csp } = notice(visitor, page) ?? reopener(visitor, page) ?? NO_PIECE
      return { html, csp, setCookies: await settle(asking, visitor, request) }
    },
    routes: async request => {
      const { pathname } = new URL(request.url)
      if (!pathname.startsWith(`${base}/`)) return null
      const name = pathname.slice(base.length + 1)
      return name === 'choices' ? choices(request) : (scriptResponse(name) ?? null)
    },
    settle: (visitor, request) => settle(asking, visitor, request),
  }
}
