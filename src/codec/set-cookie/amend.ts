import { isBlank } from './blank.ts'

/** A change to a `Set-Cookie` line: attributes to write, and attributes to take out, by their names. */
export interface Amendment {
  /** `['SameSite', 'None']`; null for an attribute without a value. */
  readonly write?: readonly (readonly [name: string, value: string | null])[]
  readonly drop?: readonly string[]
}

function trimBlanks(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  return text.slice(from, to)
}

const nameOf = (part: string): string => trimBlanks(part.split('=')[0] ?? '').toLowerCase()

/** The line with the attributes written or taken out; the rest stays as it is. */
export function amendSetCookie(line: string, { write = [], drop = [] }: Amendment): string {
  const [pair = '', ...attributes] = line.split(';')
  const out = new Set([...drop, ...write.map(([name]) => name)].map(name => name.toLowerCase()))
  const kept = attributes.map(trimBlanks).filter(part => part !== '' && !out.has(nameOf(part)))
  const written = write.map(([name, value]) => (value === null ? name : `${name}=${value}`))
  return [trimBlanks(pair), ...kept, ...written].join('; ')
}
