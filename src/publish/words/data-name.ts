import { type DataMessages, type Language, data as messages, term } from '../../messages/index.ts'
import type { Datum } from '../../model/index.ts'
import { DATA_SETS, DATA_STRUCTURES, type SchemaNode } from '../../vocabulary/index.ts'
import { enumerateTerms } from './format.ts'

type NameKey = Exclude<keyof DataMessages, 'inside' | 'own.of'>

/** Wholes whose parts tell by themselves that they belong there: an e-mail address is one of the online kind. */
const SAID_BY_PARTS: readonly string[] = ['contact.online', 'contact.telecom']

const isNameKey = (key: string, language: Language): key is NameKey =>
  typeof messages[language][key as NameKey] === 'string'

/** The member that a dotted path goes through next: `ymd.year` before `ymd`. */
function nextMember(members: readonly SchemaNode[], path: string): { name: string; type: string | undefined } | null {
  const member = members.find(({ name }) => path === name || path.startsWith(`${name}.`))
  if (member !== undefined) return { name: member.name, type: member.type }
  const set = path.split('.')[0] ?? ''
  return members.some(({ name }) => name.startsWith(`${set}.`)) ? { name: set, type: undefined } : null
}

/** Every step of a full name as the key of its text: `user.name.given` -> `person.name`, `personname.given`. */
function keysOf(ref: string): readonly string[] {
  const [set = '', ...rest] = ref.split('.')
  const keys = rest.length === 0 ? [set] : []
  let owner = set === 'user' || set === 'thirdparty' ? 'person' : set
  let members = DATA_SETS[set] ?? []
  for (let path = rest.join('.'); path !== ''; ) {
    const member = nextMember(members, path)
    if (member === null) return []
    keys.push(`${owner}.${member.name}`)
    path = path.slice(member.name.length + 1)
    owner = member.type ?? owner
    members = member.type === undefined ? [] : (DATA_STRUCTURES[member.type] ?? [])
  }
  return keys
}

/** What people call an element of the base data schema; null if there is no such element. */
export function elementName(ref: string, language: Language): string | null {
  const text = messages[language]
  const names = keysOf(ref)
    .filter((key, at, all) => at === all.length - 1 || !SAID_BY_PARTS.includes(key))
    .map(key => (isNameKey(key, language) ? text[key] : null))
  const part = names.at(-1)
  if (part === undefined || part === null) return null
  const about = ref.startsWith('thirdparty.') ? [text['of.thirdparty']] : []
  const inside = ref.startsWith('business.') ? [text['of.business']] : about
  const whole = [...inside, ...names.slice(0, -1)].filter(name => name !== null)
  return whole.length === 0 ? part : text.inside({ part, whole: whole.join(', ') })
}

/** What people call a datum that the site has given no name of its own. */
export function dataName(datum: Datum, language: Language): string {
  const categories = datum.categories.map(id => term[language][`category.${id}`])
  const own = datum.ref === 'dynamic.miscdata' && categories.length > 0
  if (own) return messages[language]['own.of']({ categories: enumerateTerms(categories, language) })
  return elementName(datum.ref, language) ?? datum.ref
}
