import type { SiteRequest, SiteResponse } from '../../src/sites/index.ts'
import type { Host } from './hosts.ts'
import { isLanguage } from './language.ts'
import { newId } from './visit.ts'

const SCRIPT = { 'Content-Type': 'text/javascript; charset=utf-8' }
const PIXEL: SiteResponse = {
  status: 200,
  headers: { 'Content-Type': 'image/svg+xml' },
  body: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
}
const NOTHING: SiteResponse = { status: 204 }

/** Sets a cookie of the page's own that lives for 30 days, and gives its value to what follows. */
const ownCookie = (name: string): string =>
  `const id = document.cookie.match(/(?:^|; )${name}=(\\w+)/)?.[1] ?? '${newId()}'
document.cookie = '${name}=' + id + '; Path=/; Max-Age=2592000; Secure; SameSite=Lax'`

/** What counts visits: it keeps a cookie of the page's own and tells its host. */
const stats = ({ url }: SiteRequest): SiteResponse =>
  url.pathname === '/visit.js'
    ? {
        status: 200,
        headers: SCRIPT,
        body: `{
${ownCookie('_visit')}
localStorage.setItem('stats.queue', '[]')
navigator.sendBeacon('${url.origin}/collect?visit=' + id)
}`,
      }
    : NOTHING

/** What knows people again on other sites. */
const ads = ({ url }: SiteRequest): SiteResponse =>
  url.pathname === '/ad.js'
    ? {
        status: 200,
        headers: SCRIPT,
        body: `{\n${ownCookie('_ad')}\nnew Image().src = '${url.origin}/seen.svg?ad=' + id\n}`,
      }
    : PIXEL

const ASK = { en: ['Ask us', 'Your message', 'Send'], bg: ['Попитайте ни', 'Вашето съобщение', 'Изпратете'] } as const

/** A window for writing to us, which goes on where it stopped. */
function chat({ url, method, cookies }: SiteRequest): SiteResponse {
  const language = url.pathname.split('/')[2]
  const [title, label, send] = ASK[isLanguage(language) ? language : 'en']
  const known = cookies.includes('chat=') || method !== 'GET'
  return {
    status: 200,
    cookies: known ? [] : [`chat=${newId()}; Path=/; Secure; HttpOnly; SameSite=None; Partitioned`],
    body: `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 Georgia,serif;margin:1rem}textarea{width:100%;height:5rem;font:inherit}</style>
<form method="post"><label>${label}<textarea name="message"></textarea></label><p><button>${send}</button></p></form>
<script>
const box = document.querySelector('textarea')
box.value = sessionStorage.getItem('draft') ?? ''
const keep = () => sessionStorage.setItem('draft', box.value)
box.oninput = keep
keep()
</script></html>`,
  }
}

/** Everyone but the shop. */
export const PARTNERS: Readonly<Record<Exclude<Host, 'shop'>, (request: SiteRequest) => SiteResponse>> = {
  stats,
  ads,
  chat,
  partner: () => PIXEL,
  tracker: () => PIXEL,
  fonts: () => ({ status: 200, headers: { 'Content-Type': 'text/css' }, body: '' }),
}
