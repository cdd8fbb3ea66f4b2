import { findGood, GOODS, type Good, type Shelf } from '../goods.ts'
import { each, escape, field } from '../html.ts'
import { picture } from '../picture.ts'
import { type Visit, wordsOf } from '../visit.ts'
import type { Page } from './layout.ts'

export const money = (cents: number, { language }: Visit): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(cents / 100)

const tiles = (goods: readonly Good[], visit: Visit): string => `<ul class="goods">
${each(goods, good => {
  const name = good.name[visit.language]
  return `<li><a href="/${visit.language}/good/${good.id}">${picture(good, name)}<strong>${name}</strong> <span class="price">${money(good.price, visit)}</span></a></li>`
})}
</ul>`

export function homePage(visit: Visit, more: string): Page {
  const text = wordsOf(visit)
  return {
    title: text.home,
    main: `<h1>${text.motto}</h1>
${tiles(GOODS, visit)}
<aside><h2>${text.newsletter}</h2><p>${text.newsletterWhy}</p>
<form class="stack" method="post" action="/${visit.language}/newsletter">
${field({ name: 'email', label: text.email, type: 'email', autocomplete: 'email' })}
${more}
<button>${text.subscribe}</button>
</form></aside>`,
  }
}

export function shelfPage(visit: Visit, shelf: Shelf): Page {
  const title = wordsOf(visit)[shelf]
  const goods = GOODS.filter(good => good.shelf === shelf)
  return { title, main: `<h1>${title}</h1>${tiles(goods, visit)}` }
}

export function searchPage(visit: Visit): Page {
  const text = wordsOf(visit)
  const asked = (visit.url.searchParams.get('q') ?? '').trim().slice(0, 100)
  const goods = GOODS.filter(({ name, about }) =>
    [name, about].some(said => said[visit.language].toLowerCase().includes(asked.toLowerCase())),
  )
  const main = goods.length === 0 ? `<p>${text.nothing}</p>` : tiles(goods, visit)
  return { title: text.search, main: `<h1>${text.found}: ${escape(asked)}</h1>${main}` }
}

export function goodPage(visit: Visit, id: string): Page | undefined {
  const good = findGood(id)
  if (good === undefined) return undefined
  const name = good.name[visit.language]
  return {
    title: name,
    main: `<article class="good">${picture(good, name)}
<div><h1>${name}</h1><p>${good.about[visit.language]}</p><p class="price">${money(good.price, visit)}</p>
<form method="post" action="/${visit.language}/basket"><input type="hidden" name="good" value="${id}"><button>${wordsOf(visit).add}</button></form>
</div></article>`,
  }
}
