import { LANGUAGES } from '../../messages/index.ts'
import type { P3pData, P3pPolicy } from '../../model/index.ts'
import { referredData } from '../../vocabulary/index.ts'
import { isEmail, isPage, parseUrl } from '../schema/values.ts'
import { clean, type Drafting, type DraftTable, type DraftValue, oneOrMany, table } from './draft.ts'
import type { P3pSource } from './source.ts'
import { say, type Variants } from './variants.ts'

const CONTACT = 'business.contact-info'

const ADDRESS: readonly (readonly [key: string, member: string])[] = [
  ['street', 'postal.street'],
  ['city', 'postal.city'],
  ['region', 'postal.stateprov'],
  ['postal-code', 'postal.postalcode'],
  ['country', 'postal.country'],
]

const PHONE = ['intcode', 'loccode', 'number', 'ext', 'comment'].map(part => `telecom.telephone.${part}`)

const TAKEN = new Set(
  [...ADDRESS.map(([, member]) => member), ...PHONE, 'telecom.telephone', 'online.email', 'online.uri'].map(
    member => `${CONTACT}.${member}`,
  ),
)

const nameOf = (datum: P3pData): string => referredData(datum).element?.name ?? clean(datum.ref)

/** The value of an element of ENTITY; the first, where there are several. */
const entityValue = ({ entity }: P3pPolicy, name: string): string | null =>
  entity.find(datum => datum.value !== null && nameOf(datum) === name)?.value ?? null

/** `+1 248 392 6753`, from its parts or as a whole. */
function phoneOf(policy: P3pPolicy): string | undefined {
  const whole = entityValue(policy, `${CONTACT}.telecom.telephone`)
  const [country, ...others] = PHONE.map(part => entityValue(policy, `${CONTACT}.${part}`))
  const parts = [country && `+${country.replace(/^\+/, '')}`, ...others].filter(part => part)
  return clean([whole ?? '', ...parts].join(' ')) || undefined
}

/** The value where it can be one; else a question that tells what is written there. */
function checked(value: string | null, isRight: (text: string) => boolean, drafting: Drafting): string | undefined {
  const text = clean(value ?? '')
  if (text === '') return undefined
  return isRight(text) ? text : drafting.ask('ask.value', { value: text })
}

function draftController(policy: P3pPolicy, drafting: Drafting): DraftTable {
  const value = (member: string) => entityValue(policy, `${CONTACT}.${member}`)
  const address = table(
    Object.fromEntries(ADDRESS.map(([key, member]) => [key, clean(value(member) ?? '') || undefined])),
  )
  const controller = table({
    email: checked(value('online.email'), isEmail, drafting),
    phone: phoneOf(policy),
    url: checked(value('online.uri'), text => parseUrl(text) !== undefined, drafting),
    address: Object.keys(address).length > 0 ? address : undefined,
  })
  return Object.keys(controller).length > 0 ? controller : { email: drafting.ask('ask.contact') }
}

/** What ENTITY says beyond the name and the ways to reach it. An organization of the same name says nothing new. */
function tellLosses(policy: P3pPolicy, name: string | null, drafting: Drafting) {
  for (const datum of policy.entity) {
    const element = nameOf(datum)
    if (element === 'business.name' || TAKEN.has(element) || datum.value === null || datum.value === name) continue
    drafting.lose('entity', element, ['site', 'controller'])
  }
}

/** A page as the source has it: whole where that can be told. */
function page(uri: string, base: string | null, drafting: Drafting): string | undefined {
  if (uri === '') return undefined
  const whole = parseUrl(uri, base ?? undefined)?.href
  return whole ?? (isPage(uri) ? uri : drafting.ask('ask.value', { value: clean(uri) }))
}

/** Where the site is: where it was found, else where its policy for people is, else where its owner says to be. */
function draftUrl({ siteUrl }: P3pSource, policy: P3pPolicy, drafting: Drafting): string {
  if (siteUrl) return siteUrl
  const told = [policy.discuri, entityValue(policy, `${CONTACT}.online.uri`) ?? '']
  const found = told.map(text => parseUrl(text)).find(url => url !== undefined)
  return found === undefined ? drafting.ask('ask.site-url') : `${found.origin}/`
}

function draftLanguages(variants: Variants, drafting: Drafting): DraftValue {
  const spoken = LANGUAGES.join(', ')
  const [lead] = variants
  if (lead.tag === null) return drafting.ask('ask.languages', { spoken })
  if (lead.language === null) return drafting.ask('ask.languages-other', { spoken, tag: lead.tag })
  return oneOrMany(variants.flatMap(({ language }) => language ?? []))
}

/** Whether anything in the policy is left to the visitor. */
const leavesChoice = ({ statements }: P3pPolicy): boolean =>
  statements.some(({ purposes, recipients }) =>
    [...purposes, ...recipients].some(({ required }) => required === 'opt-in' || required === 'opt-out'),
  )

/** ENTITY, discuri and opturi (P3P 1.0, 3.2.2 and 3.2.4). */
export function draftSite(source: P3pSource, policy: P3pPolicy, drafting: Drafting): DraftTable {
  const { variants, policyUrl } = source
  const name = say(variants, p => entityValue(p, 'business.name'), drafting)
  tellLosses(policy, entityValue(policy, 'business.name'), drafting)
  const choices = page(policy.opturi ?? '', policyUrl, drafting)
  const pages = table({
    policy: page(policy.discuri, policyUrl, drafting),
    choices: choices ?? (leavesChoice(policy) ? drafting.ask('ask.choices') : undefined),
  })
  return table({
    name: name ?? drafting.ask('ask.site-name'),
    url: draftUrl(source, policy, drafting),
    languages: draftLanguages(variants, drafting),
    controller: draftController(policy, drafting),
    pages: Object.keys(pages).length > 0 ? pages : undefined,
  })
}
