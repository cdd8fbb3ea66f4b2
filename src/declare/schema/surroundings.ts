import { isLanguage, type Language } from '../../messages/index.ts'
import { kindOf } from '../shape/kind.ts'

/** What a place in a declaration must agree with and stands elsewhere in it. */
export interface Surroundings {
  /** In which every text must be there. */
  readonly languages: readonly Language[]
  /** Languages that are declared, but that Candor does not speak; said once, where they are declared. */
  readonly unspoken: readonly string[]
  /** The ids a cookie may name; null where they cannot be known. */
  readonly practices: readonly string[] | null
  /** Whether a visitor is told where to exercise a choice. */
  readonly choicesPage: boolean
}

/** Surroundings that ask for nothing. */
export const ANYWHERE: Surroundings = { languages: [], unspoken: [], practices: null, choicesPage: true }

function child(value: unknown, key: string): unknown {
  return kindOf(value) === 'table' && Object.hasOwn(value as object, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined
}

/** Read before anything is known to be sound: what is not there, or not as it should be, asks for nothing. */
export function surroundingsOf(value: unknown): Surroundings {
  const site = child(value, 'site')
  const tags = [child(site, 'languages')].flat().filter(tag => typeof tag === 'string')
  const practices = child(value, 'practices')
  const pages = child(site, 'pages')
  return {
    languages: tags.filter(isLanguage),
    unspoken: tags.filter(tag => !isLanguage(tag)),
    practices: kindOf(practices) === 'table' ? Object.keys(practices as object) : null,
    choicesPage: kindOf(pages) === 'table' && Object.hasOwn(pages as object, 'choices'),
  }
}
