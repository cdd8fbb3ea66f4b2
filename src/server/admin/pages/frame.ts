import { createHash } from 'node:crypto'
import { LANGUAGES, type Language, admin as messages } from '../../../messages/index.ts'
import { escapeText } from '../../../publish/index.ts'
import { ADMIN_STYLE } from './style.ts'

/** What is around every page. */
export interface Frame {
  readonly language: Language
  /** Where the pages stand: `/admin`. */
  readonly base: string
  readonly site: string
  /** What every form carries; null: nobody is logged in. */
  readonly proof: string | null
}

export interface Page {
  readonly title: string
  readonly main: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Which of the sections it is. */
  readonly section?: 'overview' | 'receipts'
}

const NAMES: Readonly<Record<Language, string>> = { bg: 'Български', en: 'English' }

/** No script, nothing from elsewhere, forms to this site alone, and in nobody's frame. */
const CSP = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(ADMIN_STYLE).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': CSP,
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
} as const

export const proofField = ({ proof }: Frame): string =>
  proof === null ? '' : `<input type="hidden" name="proof" value="${escapeText(proof)}">`

function sections({ language, base, proof }: Frame, section: Page['section']): string {
  if (proof === null) return ''
  const text = messages[language]
  const link = (name: 'overview' | 'receipts', path: string) =>
    `<li><a href="${base}${path}"${section === name ? ' aria-current="page"' : ''}>${text[name]}</a></li>`
  return `<nav aria-label="${text.sections}"><ul>${link('overview', '')}${link('receipts', '/receipts')}</ul></nav>`
}

const languageLinks = ({ language, base }: Frame): string =>
  LANGUAGES.map(one =>
    one === language
      ? `<li><span aria-current="true">${NAMES[one]}</span></li>`
      : `<li><a href="${base}/language/${one}" hreflang="${one}" lang="${one}">${NAMES[one]}</a></li>`,
  ).join('')

function logOut(frame: Frame): string {
  if (frame.proof === null) return ''
  const text = messages[frame.language]
  return `<form method="post" action="${frame.base}/log-out">${proofField(frame)}<button class="quiet">${text['log-out']}</button></form>`
}

function pageHtml(frame: Frame, { title, main, section }: Page): string {
  const text = messages[frame.language]
  return `<!doctype html>
<html lang="${frame.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeText(title)} · ${escapeText(frame.site)} · Candor</title>
<link rel="icon" href="data:,">
<style>${ADMIN_STYLE}</style>
</head>
<body>
<a class="skip" href="#main">${text.skip}</a>
<header>
<p class="brand">Candor <span>${escapeText(frame.site)}</span></p>
${sections(frame, section)}
${logOut(frame)}
</header>
<main id="main" tabindex="-1">
<h1>${escapeText(title)}</h1>
${main}
</main>
<footer>
<p><a href="/">${text.site}</a></p>
<nav aria-label="${text.languages}"><ul>${languageLinks(frame)}</ul></nav>
</footer>
</body>
</html>
`
}

export function sendPage(frame: Frame, page: Page): Response {
  const headers = { ...HEADERS, 'Content-Language': frame.language, ...page.headers }
  return new Response(pageHtml(frame, page), { status: page.status ?? 200, headers })
}
