import { issue } from '../../model/index.ts'
import type { Rule } from './rule.ts'

/** Whoever has a question wants a person to ask (GDPR, Article 13(1)(a)): a page's address alone is none. */
export const contact: Rule = ({ site: { controller } }) => {
  const { email, phone, address, url } = controller
  const onlyPage = url !== null && email === null && phone === null && address === null
  return onlyPage ? [issue('contact-url-only', {}, { path: ['site', 'controller'] })] : []
}

/** P3P 1.0, 3.2.6: a policy should say where to complain. */
export const noDisputes: Rule = ({ disputes }) =>
  disputes.length > 0 ? [] : [issue('disputes-missing', {}, { path: [] })]

/** P3P 1.0, 3.2.7: each way to complain should say what it can bring. */
export const noRemedy: Rule = ({ disputes }) =>
  disputes.flatMap(({ remedies, service }, at) =>
    remedies.length > 0 ? [] : [issue('dispute-without-remedy', { service }, { path: ['disputes', at] })],
  )
