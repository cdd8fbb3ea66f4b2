import { createHash } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import { isLanguage, type Language, gateway as messages, negotiateLanguage, SPOKEN } from '../../messages/index.ts'
import type { Policy } from '../../model/index.ts'
import type { Refusal } from './http/refuse-request.ts'
import type { UpstreamFault } from './http/upstream.ts'

/** Why this gateway answers instead of the site behind it. */
export type OwnAnswer = Refusal | { readonly status: 500 | 502 | 504; readonly reason: UpstreamFault | 'unchecked' }

const STYLE =
  ':root{color-scheme:light dark}body{margin:0 auto;max-width:38em;padding:12vh 1.5em 2em;font:1.1em/1.55 system-ui,sans-serif}' +
  'h1{font-size:1.6em;line-height:1.25;text-wrap:balance}p{overflow-wrap:anywhere}small{opacity:.75}'
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

const PLAIN_HEAD = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Accept, Accept-Language',
} as const

const escaped = (text: string): string => text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`)

interface Said {
  readonly title: string
  readonly text: string
  readonly code: string
}

function say({ reason }: OwnAnswer, host: string, language: Language): Said {
  const text = messages[language]
  const code = text.code({ reason })
  switch (reason) {
    case 'unreachable':
    case 'timeout':
    case 'broken':
    case 'unchecked':
      return { title: text[`${reason}.title`], text: text[`${reason}.text`], code }
    case 'host-unknown':
      return { title: text['host-unknown.title'], text: text['host-unknown.text']({ host }), code }
    default:
      return { title: text['refused.title'], text: text['refused.text'], code }
  }
}

const html = ({ title, text, code }: Said, language: Language): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${escaped(title)}</title><style>${STYLE}</style>` +
  `<main><h1>${escaped(title)}</h1><p>${escaped(text)}</p><p><small>${escaped(code)}</small></p></main></html>\n`

/** The reader's language, among those that the site speaks. */
function languageFor(request: IncomingMessage, policy: Policy | null): Language {
  const [first = 'en', ...others] = policy?.site.languages.filter(isLanguage) ?? SPOKEN
  return negotiateLanguage(request.headers['accept-language'], [first, ...others])
}

export interface OwnPage {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The page in the site's stead, in the reader's language; plain text for who wants no pages. */
export function ownPage(request: IncomingMessage, answer: OwnAnswer, policy: Policy | null): OwnPage {
  const language = languageFor(request, policy)
  const said = say(answer, request.headers.host ?? '', language)
  const wantsPage = /\btext\/html\b/i.test(request.headers.accept ?? '')
  const body = wantsPage ? html(said, language) : `${said.title}\n${said.text}\n${said.code}\n`
  return {
    status: answer.status,
    headers: {
      ...PLAIN_HEAD,
      'Content-Type': `text/${wantsPage ? 'html' : 'plain'}; charset=utf-8`,
      'Content-Language': language,
      'Content-Length': String(Buffer.byteLength(body)),
      ...(wantsPage ? { 'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'` } : {}),
    },
    body,
  }
}

/** Sends it. A request that was not read to its end ends its connection. */
export function sendOwnPage(response: ServerResponse, { status, headers, body }: OwnPage): void {
  if (!response.req.complete) response.setHeader('Connection', 'close')
  // Said anew: what the site behind gave as its reason may be what could not be sent.
  response.writeHead(status, STATUS_CODES[status] ?? '', headers)
  response.end(body)
}
