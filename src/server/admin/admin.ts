import {
  isLanguage,
  LANGUAGES,
  type Language,
  admin as messages,
  negotiateLanguage,
  SPOKEN,
} from '../../messages/index.ts'
import { type AdminOptions, type Asking, goTo, type LoggedIn } from './asking.ts'
import { Attempts } from './entry/attempts.ts'
import { enter } from './entry/enter.ts'
import { problemPage } from './entry/entry-pages.ts'
import { sessionOf } from './entry/sessions.ts'
import { change, show } from './inside.ts'
import { type Frame, sendPage } from './pages/frame.ts'

/** Answers what is under its base; null for all else. `remote` is the address that a request comes from. */
export type Admin = (request: Request, remote: string) => Promise<Response | null>

const LANGUAGE_COOKIE = 'candor-language'

function languageOf({ headers }: Request): Language {
  const chosen =
    new RegExp(`(?:^|; ?)${LANGUAGE_COOKIE}=([a-z]{2})(?:;|$)`).exec(headers.get('Cookie') ?? '')?.[1] ?? ''
  return isLanguage(chosen) ? chosen : negotiateLanguage(headers.get('Accept-Language'), SPOKEN)
}

function changeLanguage({ path, frame: { base } }: Asking): Response | null {
  const language = LANGUAGES.find(one => path === `/language/${one}`)
  if (language === undefined) return null
  return goTo(base, [`${LANGUAGE_COOKIE}=${language}; Path=${base}; Max-Age=31536000; HttpOnly; SameSite=Strict`])
}

/** The pages for whoever runs the site: what visitors chose, what the door did, and the receipts. */
export function createAdmin(options: AdminOptions): Admin {
  const { base = '/admin', now = () => new Date() } = options
  const attempts = new Attempts()

  return async (request, remote) => {
    const { pathname } = new URL(request.url)
    if (pathname !== base && !pathname.startsWith(`${base}/`)) return null
    const path = pathname.slice(base.length).replace(/\/$/, '')
    const language = languageOf(request)
    const frame: Frame = { language, base, site: new URL(options.policy().site.url).host, proof: null }
    try {
      const store = await options.store()
      const session = await sessionOf(store.admin, request.headers.get('Cookie'), now())
      const asking = { request, path, remote, store, now: now(), attempts, options }
      const outside: Asking = { ...asking, session, frame }
      const changed = changeLanguage(outside)
      if (changed !== null) return changed
      if (session === null) return await enter(outside)
      const inside: LoggedIn = { ...asking, session, frame: { ...frame, proof: session.proof } }
      return await (request.method === 'POST' ? change(inside) : show(inside))
    } catch (error) {
      // By its code: the class would bring the database along.
      if (!(error instanceof Error && error.name === 'StoreFailure')) throw error
      return sendPage(frame, problemPage(frame, messages[language]['problem.away'], 503))
    }
  }
}
