/**
 * Turns `messages/<lang>.json` (ICU MessageFormat, area by area) into typed modules, one an area, under
 * `src/messages/compiled/`, so that no reader of ICU is needed at run time and a bundle holds only the areas it uses.
 * A language that lacks a key, has one too many, or speaks of another argument fails the build.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

type Messages = Record<string, Record<string, string>>
type ArgumentType = 'string | number' | 'number' | 'string'

const root = join(import.meta.dirname, '..')
const target = join(root, 'src/messages/compiled')

class Flaw extends Error {}

function readLanguages(): Map<string, Messages> {
  const files = readdirSync(join(root, 'messages'))
    .filter(file => file.endsWith('.json'))
    .sort()
  return new Map(files.map(file => [file.slice(0, -5), JSON.parse(readFileSync(join(root, 'messages', file), 'utf8'))]))
}

function addArguments(elements: MessageFormatElement[], found: Map<string, ArgumentType>): Map<string, ArgumentType> {
  for (const element of elements) {
    if (element.type === TYPE.argument) found.set(element.value, found.get(element.value) ?? 'string | number')
    else if (element.type === TYPE.number) found.set(element.value, 'number')
    else if (element.type === TYPE.select || element.type === TYPE.plural) {
      found.set(
        element.value,
        element.type === TYPE.plural ? 'number' : (found.get(element.value) ?? 'string | number'),
      )
      for (const option of Object.values(element.options)) addArguments(option.value, found)
    } else if (element.type !== TYPE.literal && element.type !== TYPE.pound) {
      throw new Flaw(`uses a part of ICU MessageFormat that is not compiled: ${JSON.stringify(element)}`)
    }
  }
  return found
}

const quoted = (text: string) => JSON.stringify(text)
const field = (name: string) => `a[${quoted(name)}]`

/** The elements as one JavaScript string expression over the arguments `a`; `#` stands for `pound`. */
function expression(elements: MessageFormatElement[], language: string, pound = ''): string {
  const parts = elements.map(element => {
    if (element.type === TYPE.literal) return quoted(element.value)
    if (element.type === TYPE.argument) return field(element.value)
    if (element.type === TYPE.number) return `number(${quoted(language)}, ${field(element.value)})`
    if (element.type === TYPE.pound) return `number(${quoted(language)}, ${pound})`
    if (element.type === TYPE.select) return choice(`String(${field(element.value)})`, element.options, language, pound)
    if (element.type === TYPE.plural) {
      const count = field(element.value)
      return choice(
        `plural(${quoted(language)}, ${count}, ${quoted(element.pluralType ?? 'cardinal')}, ${quoted(
          Object.keys(element.options)
            .filter(o => o.startsWith('='))
            .join(' '),
        )})`,
        element.options,
        language,
        count,
      )
    }
    throw new Flaw('cannot be compiled')
  })
  return parts.length === 0 ? '""' : `"" + ${parts.join(' + ')}`
}

function choice(
  on: string,
  options: Record<string, { value: MessageFormatElement[] }>,
  language: string,
  pound: string,
): string {
  if (options.other === undefined) throw new Flaw('has a choice without "other"')
  const cases = Object.entries(options).filter(([key]) => key !== 'other')
  const branches = cases.map(
    ([key, option]) => `k === ${quoted(key)} ? ${expression(option.value, language, pound)} : `,
  )
  return `((k: string) => ${branches.join('')}${expression(options.other.value, language, pound)})(${on})`
}

interface Compiled {
  readonly names: ReadonlyMap<string, ArgumentType>
  readonly code: string
}

function compileMessage(text: string, language: string): Compiled {
  const elements = parse(text, { ignoreTag: true })
  const names = addArguments(elements, new Map())
  return { names, code: expression(elements, language) }
}

const pascal = (area: string) => area.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())

function compileArea(area: string, languages: Map<string, Messages>): string {
  const [firstLanguage] = languages.keys()
  const keys = Object.keys(languages.get(firstLanguage ?? '')?.[area] ?? {})
  const types: string[] = []
  const bodies = new Map([...languages.keys()].map(language => [language, [] as string[]]))
  for (const key of keys) {
    const compiled = new Map<string, Compiled>()
    for (const [language, messages] of languages) {
      const text = messages[area]?.[key]
      if (typeof text !== 'string' || text === '')
        throw new Flaw(`messages/${language}.json: ${area}."${key}" is missing`)
      try {
        compiled.set(language, compileMessage(text, language))
      } catch (error) {
        throw new Flaw(`messages/${language}.json: ${area}."${key}" ${error instanceof Error ? error.message : error}`)
      }
    }
    const names = new Map([...compiled.values()].flatMap(message => [...message.names]))
    const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1))
    types.push(
      `  readonly ${quoted(key)}: ${sorted.length === 0 ? 'string' : `(a: { ${sorted.map(([name, type]) => `readonly ${quoted(name)}: ${type}`).join('; ')} }) => string`}`,
    )
    for (const [language, message] of compiled) {
      const lacking = sorted.filter(([name]) => !message.names.has(name))
      if (lacking.length > 0)
        throw new Flaw(`messages/${language}.json: ${area}."${key}" does not speak of {${lacking[0]?.[0]}}`)
      bodies
        .get(language)
        ?.push(`  ${quoted(key)}: ${sorted.length === 0 ? quoted(constant(message.code)) : `a => ${message.code}`},`)
    }
  }
  for (const [language, messages] of languages) {
    const extra = Object.keys(messages[area] ?? {}).find(key => !keys.includes(key))
    if (extra !== undefined) throw new Flaw(`messages/${language}.json: ${area}."${extra}" is in no other language`)
  }
  const name = pascal(area)
  const used = ['number', 'plural'].filter(helper =>
    [...bodies.values()].flat().some(line => line.includes(`${helper}(`)),
  )
  return [
    '// Made from messages/*.json by scripts/compile-messages.ts.',
    used.length > 0 ? `import { ${used.join(', ')} } from '../format.ts'` : '',
    `export interface ${name}Messages {`,
    ...types,
    '}',
    ...[...bodies].map(([language, lines]) => `const ${language}: ${name}Messages = {\n${lines.join('\n')}\n}`),
    `export const ${name.charAt(0).toLowerCase()}${name.slice(1)}: Readonly<Record<${[...languages.keys()].map(quoted).join(' | ')}, ${name}Messages>> = { ${[...languages.keys()].join(', ')} }`,
    '',
  ].join('\n')
}

/** The text of an expression without arguments: a chain of literals. */
const constant = (code: string): string => new Function(`return ${code}`)() as string

function writeIfChanged(file: string, text: string) {
  const path = join(target, file)
  let before: string | undefined
  try {
    before = readFileSync(path, 'utf8')
  } catch {
    before = undefined
  }
  if (before === text) return
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, text)
  renameSync(beside, path)
}

export function compileMessages(): void {
  const languages = readLanguages()
  const areas = [...new Set([...languages.values()].flatMap(messages => Object.keys(messages)))].sort()
  mkdirSync(target, { recursive: true })
  for (const area of areas) writeIfChanged(`${area}.ts`, compileArea(area, languages))
  const camel = (area: string) => `${pascal(area).charAt(0).toLowerCase()}${pascal(area).slice(1)}`
  writeIfChanged(
    'index.ts',
    [
      '// Made from messages/*.json by scripts/compile-messages.ts.',
      ...areas.map(area => `export { type ${pascal(area)}Messages, ${camel(area)} } from './${area}.ts'`),
      `export const LANGUAGES = [${[...languages.keys()].map(quoted).join(', ')}] as const`,
      '',
    ].join('\n'),
  )
}

if (process.argv[1] === import.meta.filename) {
  try {
    compileMessages()
  } catch (error) {
    if (!(error instanceof Flaw) && !(error instanceof SyntaxError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
