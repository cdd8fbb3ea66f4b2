import { admin as messages } from '../../../messages/index.ts'
import { type Asking, goTo, type LoggedIn } from '../asking.ts'
import { sendPage } from '../pages/frame.ts'
import { logInPage, problemPage, setUpPage } from './entry-pages.ts'
import { hashPassword, isPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.ts'
import { beginSession, endedCookie, endSession, isSetUpCode } from './sessions.ts'

export async function takeLogIn(asking: Asking, form: URLSearchParams, stored: string): Promise<Response> {
  const { frame, attempts, remote, now, store } = asking
  const text = messages[frame.language]
  const refuse = (problem: string, status: number, headers: Readonly<Record<string, string>> = {}) =>
    sendPage(frame, logInPage(frame, { problem, status, headers }))
  const password = (form.get('password') ?? '').slice(0, LONGEST_PASSWORD)
  const tried = await attempts.try({ admin: store.admin, address: remote, now }, () => isPassword(password, stored))
  if (tried.outcome === 'held') {
    const minutes = Math.ceil(tried.seconds / 60)
    return refuse(text['problem.wait']({ minutes }), 429, { 'Retry-After': String(tried.seconds) })
  }
  if (tried.outcome === 'busy') return refuse(text['problem.busy'], 503, { 'Retry-After': '2' })
  if (tried.outcome === 'wrong') return refuse(text['problem.password'], 401)
  return goTo(frame.base, [await beginSession(store.admin, now)])
}

export async function takeLogOut({ store, session, frame }: LoggedIn): Promise<Response> {
  await endSession(store.admin, session)
  return goTo(`${frame.base}/log-in`, [endedCookie()])
}

/** The first password; whoever sets it is logged in. */
export async function takeSetUp(asking: Asking, form: URLSearchParams): Promise<Response> {
  const { frame, store, now, attempts, remote } = asking
  const text = messages[frame.language]
  const code = form.get('code') ?? ''
  const password = form.get('password') ?? ''
  const again = (problem: string) => sendPage(frame, setUpPage(frame, code, { problem, status: 400 }))
  const refused = () => sendPage(frame, problemPage(frame, text['set-up.code-bad'], 403))
  const trier = { admin: store.admin, address: remote, now }
  const { outcome } = await attempts.try(trier, () => isSetUpCode(store.admin, code, now))
  if (outcome !== 'right') return refused()
  if (password.length < SHORTEST_PASSWORD) return again(text['problem.short']({ least: SHORTEST_PASSWORD }))
  if (password.length > LONGEST_PASSWORD) return again(text['problem.long']({ most: LONGEST_PASSWORD }))
  if (password !== form.get('again')) return again(text['problem.differ'])
  if (!(await store.admin.setFirstPassword(await hashPassword(password)))) return refused()
  return goTo(frame.base, [await beginSession(store.admin, now)])
}
