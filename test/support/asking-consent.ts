import { decodeChoice } from '../../src/codec/choice/index.ts'
import type { DeclarationInput } from '../../src/declare/index.ts'
import {
  type ChoiceRecorder,
  type ConsentOptions,
  createConsent,
  type PieceOptions,
} from '../../src/enforce/consent/index.ts'
import { createDoor } from '../../src/enforce/door/index.ts'
import type { VisitorChoice } from '../../src/model/index.ts'
import { ASKING } from './consent-declaration.ts'
import { policyOf } from './policy-of.ts'

export const SITE = 'https://shop.example'
/** What a browser says with a form of the site's own page. */
export const SAME = { 'Sec-Fetch-Site': 'same-origin' }
export const NOW = new Date('2026-11-22T12:00:00.000Z')
/** A page of the site, as the notice is told of it. */
export const ON_A_PAGE = { language: 'en', url: `${SITE}/a?b=c` } as const

/** Remembers what it was handed; away when told so. */
export function recorderOf(answers: boolean[]): ChoiceRecorder & { readonly kept: VisitorChoice[] } {
  const kept: VisitorChoice[] = []
  return {
    kept,
    record: async choice => {
      const there = answers.shift() ?? true
      if (there) kept.push(choice)
      return there
    },
    close: async () => {},
  }
}

/** The shop that asks, but for what is changed in its statistics. */
export function withStatistics(changes: object): DeclarationInput {
  const { statistics } = ASKING.practices as Readonly<Record<string, object>>
  const practices: object = { ...ASKING.practices, statistics: { ...statistics, ...changes } }
  return { ...ASKING, practices: practices as DeclarationInput['practices'] }
}

/** A site that asks by this declaration, and its visitors. */
export function asking(declaration: DeclarationInput = ASKING, options: Partial<ConsentOptions> = {}) {
  const policy = policyOf(declaration)
  const door = createDoor(policy)
  const consent = createConsent({ policy, door, now: () => NOW, ...options })
  const visitor = (cookie: string | null, gpc: string | null = null) => door.visitor(cookie, gpc)
  const answered = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await consent.routes(new Request(SITE + path, init))
    if (response === null) throw new Error('not answered')
    return response
  }
  const send = (fields: string | URLSearchParams, headers: Record<string, string> = SAME): Promise<Response> =>
    answered('/candor/choices', {
      method: 'POST',
      body: String(fields),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    })
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => answered(path, { headers })
  const asks = (cookie: string | null): boolean => consent.notice(visitor(cookie), ON_A_PAGE) !== null
  const noticeFor = (cookie: string | null, gpc: string | null = null, page: PieceOptions = ON_A_PAGE): string => {
    const notice = consent.notice(visitor(cookie, gpc), page)
    if (notice === null) throw new Error('nothing is asked')
    return notice.html
  }
  return { policy, consent, visitor, send, get, asks, noticeFor }
}

/** What a form asks about: each practice with the digest of what was shown of it. */
export const askedIn = (html: string): readonly string[] =>
  [...html.matchAll(/name="asked" value="([^"]+)"/g)].map(([, value = '']) => value)

/** What the form of a notice sends by itself, with the button that was pressed. */
export const filledIn = (html: string, choice: 'accept' | 'refuse' | 'save'): URLSearchParams =>
  new URLSearchParams([
    ...[...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"\/>/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value.replaceAll('&amp;', '&')],
    ),
    ['choice', choice],
  ])

/** What a browser keeps of a `Set-Cookie` line and sends from then on. */
export const pairOf = (line: string): string => line.split(';')[0] ?? ''

export const choiceLine = (response: Response): string =>
  response.headers.getSetCookie().find(line => line.startsWith('__Host-candor=')) ?? ''
export const cookieOf = (response: Response): string => pairOf(choiceLine(response))
export const chosen = (response: Response) => decodeChoice(cookieOf(response).slice('__Host-candor='.length))
export const decisionsOf = (response: Response) =>
  Object.fromEntries(Object.entries(chosen(response)?.decisions ?? {}).map(([id, { decision }]) => [id, decision]))
