import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { Flaw } from './flaw.ts'

export type ArgumentType = 'string | number' | 'number'

/** A message as a JavaScript string expression over its arguments `a`. */
export interface CompiledMessage {
  readonly parameters: ReadonlyMap<string, ArgumentType>
  readonly code: string
}

type Options = Readonly<Record<string, { readonly value: MessageFormatElement[] }>>

const quoted = (text: string): string => JSON.stringify(text)
const argument = (name: string): string => `a[${quoted(name)}]`

/** Whether the language writes a small number with the digits that JavaScript does. */
const hasLatinDigits = (language: string): boolean =>
  new Intl.NumberFormat(language).resolvedOptions().numberingSystem === 'latn'

const number = (language: string, value: string): string =>
  `${hasLatinDigits(language) ? 'latinNumber' : 'number'}(${quoted(language)}, ${value})`

function addParameters(elements: readonly MessageFormatElement[], found: Map<string, ArgumentType>) {
  for (const element of elements) {
    if (element.type === TYPE.argument) found.set(element.value, found.get(element.value) ?? 'string | number')
    else if (element.type === TYPE.number) found.set(element.value, 'number')
    else if (element.type === TYPE.select || element.type === TYPE.plural) {
      const type = element.type === TYPE.plural ? 'number' : (found.get(element.value) ?? 'string | number')
      found.set(element.value, type)
      for (const option of Object.values(element.options)) addParameters(option.value, found)
    }
  }
  return found
}

/** One branch for each key but `other`, which is for all the rest. */
function branches(on: string, options: Options, language: string, pound: string): string {
  const { other, ...named } = options
  if (other === undefined) throw new Flaw('has a choice without "other"')
  const cases = Object.entries(named).map(
    ([key, option]) => `k === ${quoted(key)} ? ${expression(option.value, language, pound)} : `,
  )
  return `((k: string) => ${cases.join('')}${expression(other.value, language, pound)})(${on})`
}

function part(element: MessageFormatElement, language: string, pound: string): string {
  switch (element.type) {
    case TYPE.literal:
      return quoted(element.value)
    case TYPE.argument:
      return argument(element.value)
    case TYPE.number:
      return number(language, argument(element.value))
    case TYPE.pound:
      return number(language, pound)
    case TYPE.select:
      return branches(`String(${argument(element.value)})`, element.options, language, pound)
    case TYPE.plural: {
      const count = argument(element.value)
      const exact = Object.keys(element.options).filter(key => key.startsWith('='))
      const category = [language, element.pluralType ?? 'cardinal', exact.join(' ')].map(quoted)
      return branches(`plural(${count}, ${category.join(', ')})`, element.options, language, count)
    }
    default:
      throw new Flaw(`uses a part of ICU MessageFormat that is not compiled: ${TYPE[element.type]}`)
  }
}

function expression(elements: readonly MessageFormatElement[], language: string, pound: string): string {
  const [first = '""', ...rest] = elements.map(element => part(element, language, pound))
  return first.startsWith('"') ? [first, ...rest].join(' + ') : ['""', first, ...rest].join(' + ')
}

/** Throws a `Flaw`, or the parser's `SyntaxError`. */
export function compileMessage(text: string, language: string): CompiledMessage {
  const elements = parse(text, { ignoreTag: true })
  return { parameters: addParameters(elements, new Map()), code: expression(elements, language, '0') }
}
