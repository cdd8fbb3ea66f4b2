import { report as messages, sayCookieRepair, sayLife, term } from '../../messages/index.ts'
import { groupAlike } from '../../model/index.ts'
import { enumerate } from '../../publish/writing/index.ts'
import { ofKind } from '../differences/seen-things.ts'
import { printable } from '../printable.ts'
import { sayTreatments, sayWhen } from '../say.ts'
import type { SeenCookieVerdict } from '../verdicts.ts'
import { code, type Html, join, NOTHING, table, tag, text } from './html.ts'
import { nameIn, type View } from './view.ts'

const lines = (parts: readonly string[]): Html => join(parts.map(part => tag('div', {}, text(part))))

function lifetime({ cookies }: View['things'], { name, host }: SeenCookieVerdict): number | 'session' | null {
  const seen = cookies.find(cookie => cookie.sightings.some(one => one.name === name && one.host === host))
  return seen?.sightings.find(one => one.name === name)?.lifetime ?? null
}

/** Each cookie, whose it is, and what the browsers do with it. */
export function cookiesHtml(view: View): Html {
  const { one, language, things } = view
  const words = messages[language]
  if (one.cookies.length === 0) return NOTHING
  const head = (['name', 'host', 'who', 'lifetime', 'browsers', 'repair'] as const).map(key => words[`column.${key}`])
  const rows = one.cookies.map(cookie => {
    const { known, repairs, treatments } = cookie
    const who = known === null ? [] : [known.who, words[`use.${known.use}`]]
    return [
      code(printable(cookie.name)),
      text(printable(cookie.host)),
      lines(who.map(printable)),
      text(sayLife(lifetime(things, cookie), language)),
      lines(sayTreatments(treatments, language)),
      lines(repairs.slice(0, 2).map(repair => sayCookieRepair(repair, language))),
    ]
  })
  return join([
    tag('h2', { id: `${view.prefix}-cookies` }, text(words['page.cookies'])),
    tag('p', { class: 'soft' }, text(`${words['page.cookies.about']} ${words['page.engines-note']}`)),
    table(nameIn(view, words['table-of']({ name: words['page.cookies'] })), head, rows),
  ])
}

/** What the forms ask for, each field once. */
export function fieldsHtml(view: View): Html {
  const { things, language, prefix } = view
  const words = messages[language]
  const fields = ofKind(things.observations, 'form-field').filter(({ categories }) => categories.length > 0)
  if (fields.length === 0) return NOTHING
  const head = (['name', 'what', 'categories', 'page'] as const).map(key => words[`column.${key}`])
  const rows = groupAlike(fields, ({ name, label, categories }) => JSON.stringify([name, label, categories])).map(
    ([{ name, label, categories, page }]) => [
      code(printable(name)),
      text(printable(label)),
      text(
        enumerate(
          categories.map(id => term[language][`category.${id}`]),
          language,
        ),
      ),
      text(printable(page)),
    ],
  )
  return join([
    tag('h2', { id: `${prefix}-fields` }, text(words['page.fields'])),
    table(nameIn(view, words['table-of']({ name: words['page.fields'] })), head, rows),
  ])
}

/** What could not be looked at: an empty list here is the only one that means something. */
export function gapsHtml(view: View): Html {
  const { things, language, prefix } = view
  const words = messages[language]
  const gaps = ofKind(things.observations, 'gap')
  const head = tag('h2', { id: `${prefix}-gaps` }, text(words['page.gaps']))
  if (gaps.length === 0) return join([head, tag('p', {}, text(words['page.gaps.none']))])
  const alike = groupAlike(gaps, ({ what, why, detail }) => JSON.stringify([what, why, detail]))
  const rows = alike.map(group => {
    const [{ what, why, detail, page }] = group
    const states = [...new Set(group.map(({ state }) => state))]
    return [
      text(words[`what.${what}`]),
      lines([words[`why.${why}`], ...(detail === null ? [] : [printable(detail).slice(0, 300)])]),
      text(sayWhen(states, language)),
      text(printable(page)),
    ]
  })
  const columns = (['what', 'why', 'state', 'page'] as const).map(key => words[`column.${key}`])
  return join([head, table(nameIn(view, words['table-of']({ name: words['page.gaps'] })), columns, rows)])
}
