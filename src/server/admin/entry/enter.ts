import { admin as messages } from '../../../messages/index.ts'
import { type Asking, goTo } from '../asking.ts'
import { sendPage } from '../pages/frame.ts'
import { readForm } from '../read-form.ts'
import { logInPage, noPasswordPage, problemPage, setUpPage } from './entry-pages.ts'
import { isSameOrigin } from './same-origin.ts'
import { takeLogIn, takeSetUp } from './take-entry.ts'

/** Before the log-in: the pages that let somebody in. */
export async function enter(asking: Asking): Promise<Response> {
  const { request, path, frame, store, options } = asking
  const text = messages[frame.language]
  const password = await store.admin.password()
  if (request.method === 'POST') {
    if (!isSameOrigin(request)) return sendPage(frame, problemPage(frame, text['problem.forged'], 403))
    const form = await readForm(request)
    if (form !== null && path === '/log-in' && password !== null) return takeLogIn(asking, form, password)
    if (form !== null && path === '/set-up') return takeSetUp(asking, form)
    return sendPage(frame, problemPage(frame, text['problem.forged'], 403))
  }
  if (path === '/set-up' && password === null)
    return sendPage(frame, setUpPage(frame, new URL(request.url).searchParams.get('code') ?? ''))
  if (password === null) {
    await options.setUp(store)
    return sendPage(frame, noPasswordPage(frame))
  }
  return path === '/log-in' ? sendPage(frame, logInPage(frame)) : goTo(`${frame.base}/log-in`)
}
