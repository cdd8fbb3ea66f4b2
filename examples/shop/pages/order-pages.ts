import { findGood } from '../goods.ts'
import { each, field } from '../html.ts'
import { type Visit, wordsOf } from '../visit.ts'
import { money } from './goods-page.ts'
import type { Page } from './layout.ts'

/** The ids of what is in the basket, one for each piece. */
export const inBasket = ({ cookies }: Visit): readonly string[] =>
  (cookies.get('basket') ?? '').split('.').filter(id => findGood(id) !== undefined)

export function basketPage(visit: Visit): Page {
  const text = wordsOf(visit)
  const goods = inBasket(visit).flatMap(id => findGood(id) ?? [])
  const line = (good: (typeof goods)[number]) => `<li>${good.name[visit.language]}, ${money(good.price, visit)}</li>`
  const sum = goods.reduce((total, { price }) => total + price, 0)
  const list =
    goods.length === 0
      ? `<p>${text.empty}</p>`
      : `<ul>${each(goods, line)}</ul><p><strong>${text.sum}: ${money(sum, visit)}</strong></p>`
  return {
    title: text.basket,
    main: `<h1>${text.basket}</h1>${list}<p><a href="/${visit.language}/checkout">${text.checkout}</a></p>`,
  }
}

export function checkoutPage(visit: Visit, more: string): Page {
  const text = wordsOf(visit)
  return {
    title: text.order,
    main: `<h1>${text.order}</h1><form class="stack" method="post" action="/${visit.language}/order">
${each(
  [
    { name: 'name', label: text.name, autocomplete: 'name' },
    { name: 'email', label: text.email, type: 'email', autocomplete: 'email' },
    { name: 'phone', label: text.phone, type: 'tel', autocomplete: 'tel' },
    { name: 'address', label: text.address, autocomplete: 'street-address' },
    { name: 'city', label: text.city, autocomplete: 'address-level2' },
    { name: 'postcode', label: text.postcode, autocomplete: 'postal-code' },
  ],
  field,
)}
${more}
<button>${text.order}</button></form>`,
  }
}

export function loginPage(visit: Visit): Page {
  const text = wordsOf(visit)
  return {
    title: text.login,
    main: `<h1>${text.login}</h1><form class="stack" method="post" action="/${visit.language}/login">
${field({ name: 'email', label: text.email, type: 'email', autocomplete: 'username' })}
${field({ name: 'password', label: text.password, type: 'password', autocomplete: 'current-password' })}
<button>${text.login}</button></form>`,
  }
}
