import { admin as messages } from '../../messages/index.ts'
import { goTo, type LoggedIn } from './asking.ts'
import { problemPage } from './entry/entry-pages.ts'
import { isSameOrigin } from './entry/same-origin.ts'
import { isProof } from './entry/sessions.ts'
import { takeLogOut } from './entry/take-entry.ts'
import { exportReceipts } from './export.ts'
import { sendPage } from './pages/frame.ts'
import { firstDay, isSpan } from './pages/history.ts'
import { overviewPage } from './pages/overview-page.ts'
import { receiptsPage } from './pages/receipts-page.ts'
import { readForm } from './read-form.ts'
import { eraseVisitor, findVisitor, verifyAll } from './receipts-actions.ts'

async function showOverview({ request, frame, store, now, options }: LoggedIn): Promise<Response> {
  const asked = Number(new URL(request.url).searchParams.get('days') ?? 30)
  const span = isSpan(asked) ? asked : 30
  const policy = options.policy()
  const { host: site } = new URL(policy.site.url)
  await options.settle?.()
  const since = firstDay(span, now)
  const [history, stats, door] = await Promise.all([
    store.history({ site, since: `${since}T00:00:00Z` }),
    store.stats({ site }),
    store.door.since(site, since),
  ])
  return sendPage(frame, overviewPage(frame, { policy, span, now, history, stats, door }))
}

/** What a form asks for. */
export async function change(asking: LoggedIn): Promise<Response> {
  const { request, path, frame, session } = asking
  const form = await readForm(request)
  if (form === null || !isSameOrigin(request) || !isProof(session, form.get('proof') ?? ''))
    return sendPage(frame, problemPage(frame, messages[frame.language]['problem.forged'], 403))
  if (path === '/log-out') return takeLogOut(asking)
  if (path === '/receipts') return findVisitor(asking, form)
  if (path === '/receipts/erase') return eraseVisitor(asking, form)
  if (path === '/receipts/verify') return verifyAll(asking)
  return sendPage(frame, problemPage(frame, messages[frame.language]['problem.missing'], 404))
}

/** What a page shows. */
export async function show(asking: LoggedIn): Promise<Response> {
  const { path, frame, options } = asking
  if (path === '') return showOverview(asking)
  if (path === '/receipts') return sendPage(frame, receiptsPage(frame, { policy: options.policy() }))
  if (path === '/export') return exportReceipts(asking)
  if (path === '/log-in' || path === '/set-up') return goTo(frame.base)
  return sendPage(frame, problemPage(frame, messages[frame.language]['problem.missing'], 404))
}
