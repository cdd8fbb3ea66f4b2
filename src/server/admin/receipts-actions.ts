import { admin as messages } from '../../messages/index.ts'
import type { LoggedIn } from './asking.ts'
import { sendPage } from './pages/frame.ts'
import { type Asked, receiptsPage } from './pages/receipts-page.ts'

const SUBJECT = /^[\w-]{8,100}$/

type Answer = Omit<Asked, 'policy'>

const answer = ({ frame, options }: LoggedIn, asked: Answer, status = 200): Response =>
  sendPage(frame, { ...receiptsPage(frame, { policy: options.policy(), ...asked }), status })

const wrongSubject = (asking: LoggedIn): Response =>
  answer(asking, { problem: messages[asking.frame.language]['problem.subject'] }, 400)

const subjectIn = (form: URLSearchParams): string | null => {
  const subject = (form.get('subject') ?? '').trim()
  return SUBJECT.test(subject) ? subject : null
}

export async function findVisitor(asking: LoggedIn, form: URLSearchParams): Promise<Response> {
  const subject = subjectIn(form)
  if (subject === null) return wrongSubject(asking)
  return answer(asking, { subject, found: await asking.store.show(subject) })
}

export async function eraseVisitor(asking: LoggedIn, form: URLSearchParams): Promise<Response> {
  const subject = subjectIn(form)
  if (subject === null) return wrongSubject(asking)
  const count = await asking.store.erase(subject)
  return answer(asking, { done: messages[asking.frame.language]['erase.done']({ count }) })
}

export async function verifyAll(asking: LoggedIn): Promise<Response> {
  const { store, frame } = asking
  const text = messages[frame.language]
  const { receipts, faults, heads } = await store.verify({ site: frame.site })
  if (faults.length > 0) return answer(asking, { problem: text['verify.faults']({ count: faults.length }) })
  return answer(asking, { done: text['verify.whole']({ receipts, chains: heads.length }) })
}
