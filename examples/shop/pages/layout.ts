import { STYLE } from '../style.ts'
import { type Visit, wordsOf } from '../visit.ts'
import { notice } from './notice.ts'

export interface Page {
  readonly title: string
  readonly main: string
}

/** The page in its frame: who we are, where else to go, and the question if it is still open. */
export function layout(visit: Visit, { title, main }: Page, tail: string): string {
  const { language, said } = visit
  const text = wordsOf(visit)
  const other = language === 'en' ? 'bg' : 'en'
  const link = (path: string, words: string) => `<a href="/${language}/${path}">${words}</a>`
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${text.shop}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<body>
<header>
<a class="sign" href="/${language}/">${text.shop}</a>
<nav aria-label="${text.shop}">
${link('honey', text.honey)} ${link('tea', text.tea)} ${link('house', text.house)}
${link('basket', text.basket)} ${link('login', text.login)} ${link('help', text.help)}
</nav>
<form action="/${language}/search"><input type="search" name="q" aria-label="${text.search}" placeholder="${text.search}"></form>
</header>
<main>
${main}
</main>
<footer><nav>
<a href="/notice/${language}/">${text.privacy}</a>
${link('choices', text.choices)}
<a href="/language/${other}" lang="${other}">${text.other}</a>
</nav></footer>
${said === null && visit.path !== '/choices' ? notice(visit) : ''}
${tail}
</body>
</html>
`
}
