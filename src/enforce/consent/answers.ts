import { CHOICES_PAGE_STYLES, hashSource } from '../../publish/consent/index.ts'

/** The page runs no script and cannot be framed: nobody lays it under another page for an unknowing press. */
const PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${CHOICES_PAGE_STYLES.map(hashSource).join(' ')}`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What a visitor chose is nobody else's: no cache keeps it, no address tells it on. */
const PRIVATE = {
  'Cache-Control': 'private, no-store',
  Vary: 'Accept, Accept-Language, Cookie, Sec-GPC',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
} as const

/** Lines to set cookies with, and headers besides. */
export interface Extras {
  readonly setCookies: readonly string[]
  readonly headers: readonly (readonly [name: string, value: string])[]
}

const NO_EXTRAS: Extras = { setCookies: [], headers: [] }

function dressed(body: string | null, init: ResponseInit, { setCookies, headers }: Extras): Response {
  const response = new Response(body, init)
  for (const [name, value] of headers) response.headers.set(name, value)
  for (const line of setCookies) response.headers.append('Set-Cookie', line)
  return response
}

export const pageAnswer = (html: string, language: string, status = 200): Response =>
  new Response(html, {
    status,
    headers: {
      ...PRIVATE,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      'Content-Security-Policy': PAGE_POLICY,
    },
  })

export const jsonAnswer = (value: unknown, extras: Extras = NO_EXTRAS, status = 200): Response =>
  dressed(
    JSON.stringify(value),
    { status, headers: { ...PRIVATE, 'Content-Type': 'application/json; charset=utf-8' } },
    extras,
  )

/** RFC 9110, 15.4.4: what a form did is done; the page after it is fetched by itself, and may be fetched again. */
export const seeOther = (location: string, extras: Extras): Response =>
  dressed(null, { status: 303, headers: { ...PRIVATE, Location: location } }, extras)

export const notAllowed = (allow: string): Response =>
  new Response(null, { status: 405, headers: { ...PRIVATE, Allow: allow } })
