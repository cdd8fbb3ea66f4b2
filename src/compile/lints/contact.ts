import { issue } from '../../model/index.ts'
import type { Rule } from './rule.ts'

/** Whoever has a question wants a person to ask (GDPR, Article 13(1)(a)): a page's address alone is none. */
export const contact: Rule = ({ site: { controller } }) => {
  const { email, phone, address, url } = controller
  const onlyPage = url !== null && email === null && phone === null && address === null
  return onlyPage ? [issue('contact-url-only', {}, { path: ['site', 'controller'] })] : []
}
