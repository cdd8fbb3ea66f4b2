import { encodeP3pXml, encodeReferenceFile } from '../../codec/p3p-xml/index.ts'
import { p3pOf } from '../../compile/index.ts'
import { isLanguage, type Language } from '../../messages/index.ts'
import type { Policy } from '../../model/index.ts'
import { dpvOf } from '../dpv/dpv-of.ts'
import { writeHtml } from '../html/write-html.ts'
import { writeMarkdown } from '../markdown/write-markdown.ts'
import { type NoticeOptions, notice } from '../notice/notice.ts'
import { labelSvg } from '../svg/label-svg.ts'
import { gpcStatement } from './gpc.ts'
import { headersOf } from './headers.ts'
import { EXPIRY, POLICY_NAME, referenceFile } from './reference-file.ts'

export type PublishOptions = Omit<NoticeOptions, 'language'>

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Everything in one language. */
function filesOf(policy: Policy, language: Language, options: PublishOptions): readonly (readonly [string, string])[] {
  const written = notice(policy, { ...options, language })
  return [
    [`notice/${language}/index.html`, writeHtml(written)],
    [`notice/${language}/notice.md`, writeMarkdown(written)],
    [`label/${language}.svg`, labelSvg(policy, language)],
  ]
}

/** Everything that a policy is published as, by path. The same policy gives the same bytes. */
export function publishFiles(policy: Policy, options: PublishOptions = {}): ReadonlyMap<string, string> {
  const languages = policy.site.languages.filter(isLanguage)
  const [first = 'en'] = languages
  const p3p = p3pOf(policy, first, { policyName: POLICY_NAME })
  return new Map([
    ['w3c/p3p.xml', encodeReferenceFile(referenceFile(policy))],
    ['w3c/policy.xml', encodeP3pXml([p3p], { expiry: EXPIRY })],
    ['.well-known/gpc.json', json(gpcStatement(policy))],
    ['policy.json', json(policy)],
    ['dpv.jsonld', json(dpvOf(policy))],
    ['headers.json', json(headersOf(policy))],
    ...languages.flatMap(language => filesOf(policy, language, options)),
  ])
}
