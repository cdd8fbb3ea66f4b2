import { type Language, report as messages } from '../../messages/index.ts'
import type { Observation } from '../../model/index.ts'
import { shortUrl } from '../differences/difference.ts'
import { printable } from '../printable.ts'

const place = (url: string, line: number | null): string =>
  printable(line === null ? shortUrl(url) : `${shortUrl(url)}:${line}`)

/** Who did it: a response or a script, with its line; for requests, where they went. */
export function sourceOf(seen: Observation, language: Language): string {
  const words = messages[language]
  if (seen.kind === 'cookie')
    return seen.source === null || seen.via === 'unknown'
      ? words['set-by.unknown']
      : words[`set-by.${seen.via}`]({ source: place(seen.source, seen.line) })
  if (seen.kind === 'storage')
    return seen.source === null
      ? words['set-by.unknown']
      : words['set-by.script']({ source: place(seen.source.url, seen.source.line) })
  if (seen.kind === 'request') return printable(shortUrl(seen.url))
  if (seen.kind === 'policy-header') return printable(`${seen.name}: ${seen.value}`).slice(0, 300)
  if (seen.kind === 'published-file') return `${seen.status} ${printable(shortUrl(seen.url))}`
  return seen.kind === 'form-field' ? printable(`${seen.label} (${seen.type})`).slice(0, 200) : ''
}
