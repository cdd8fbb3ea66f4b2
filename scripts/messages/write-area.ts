import { type ArgumentType, type CompiledMessage, compileMessage } from './compile-message.ts'
import { Flaw } from './flaw.ts'

/** Area, key, text: in one language. */
export type Messages = Readonly<Record<string, Readonly<Record<string, string>>>>
export type Languages = ReadonlyMap<string, Messages>

const quoted = (text: string): string => JSON.stringify(text)

export const camel = (area: string): string => area.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const pascal = (area: string): string => camel(area).replace(/^\w/, letter => letter.toUpperCase())
export const interfaceName = (area: string): string => `${pascal(area)}Messages`
export const recordType = (area: string, languages: Languages): string =>
  `Readonly<Record<${[...languages.keys()].map(quoted).join(' | ')}, ${interfaceName(area)}>>`

export const HEADING = '// Made from messages/*.json by scripts/compile-messages.ts.'

/** One message in every language, with the parameters they share. */
interface Entry {
  readonly key: string
  readonly parameters: readonly (readonly [string, ArgumentType])[]
  readonly compiled: ReadonlyMap<string, CompiledMessage>
}

function compileEntry(area: string, key: string, languages: Languages): Entry {
  const compiled = new Map<string, CompiledMessage>()
  const where = (language: string) => `messages/${language}.json: ${area}."${key}"`
  for (const [language, messages] of languages) {
    const text = messages[area]?.[key]
    if (typeof text !== 'string' || text === '') throw new Flaw(`${where(language)} is missing`)
    try {
      compiled.set(language, compileMessage(text, language))
    } catch (error) {
      throw new Flaw(`${where(language)} ${error instanceof Error ? error.message : error}`)
    }
  }
  const parameters = [...new Map([...compiled.values()].flatMap(message => [...message.parameters]))].sort()
  for (const [language, message] of compiled) {
    const silent = parameters.find(([name]) => !message.parameters.has(name))
    if (silent !== undefined) throw new Flaw(`${where(language)} does not speak of {${silent[0]}}`)
  }
  return { key, parameters, compiled }
}

function typeLine({ key, parameters }: Entry): string {
  const fields = parameters.map(([name, type]) => `readonly ${quoted(name)}: ${type}`)
  return `  readonly ${quoted(key)}: ${fields.length === 0 ? 'string' : `(a: { ${fields.join('; ')} }) => string`}`
}

/** A message without arguments is a chain of literals, and stands as one. */
const evaluated = (code: string): string => quoted(new Function(`return ${code}`)() as string)

function valueLine({ key, parameters, compiled }: Entry, language: string): string {
  const code = compiled.get(language)?.code ?? '""'
  return `  ${quoted(key)}: ${parameters.length === 0 ? evaluated(code) : `a => ${code}`},`
}

/** The module of some keys of an area, under a name of its own. */
export function writeArea(area: string, keys: readonly string[], languages: Languages, name = area): string {
  const entries = keys.map(key => compileEntry(area, key, languages))
  const bodies = [...languages.keys()].map(
    language =>
      `const ${language}: ${interfaceName(name)} = {\n${entries.map(entry => valueLine(entry, language)).join('\n')}\n}`,
  )
  const helpers = ['latinNumber', 'number', 'plural'].filter(helper =>
    bodies.some(body => new RegExp(`\\b${helper}\\(`).test(body)),
  )
  return [
    HEADING,
    ...(helpers.length > 0 ? [`import { ${helpers.join(', ')} } from '../format.ts'`] : []),
    `export interface ${interfaceName(name)} {`,
    ...entries.map(typeLine),
    '}',
    ...bodies,
    `export const ${camel(name)}: ${recordType(name, languages)} = { ${[...languages.keys()].join(', ')} }`,
    '',
  ].join('\n')
}

/** The keys of an area, which must be the same in every language. */
export function keysOf(area: string, languages: Languages): readonly string[] {
  const all = new Set([...languages.values()].flatMap(messages => Object.keys(messages[area] ?? {})))
  return [...all]
}
