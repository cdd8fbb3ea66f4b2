import { isLanguage, type Language, negotiateLanguage } from '../../messages/index.ts'
import type { Policy } from '../../model/index.ts'

/** The language to speak to whoever asks: the one that is named, else the site's that suits their browser best. */
export function speaks({ site }: Policy, request: Request, named: string | null = null): Language {
  const [first = 'en', ...others] = site.languages.filter(isLanguage)
  if (named !== null && isLanguage(named) && [first, ...others].includes(named)) return named
  return negotiateLanguage(request.headers.get('Accept-Language'), [first, ...others])
}
