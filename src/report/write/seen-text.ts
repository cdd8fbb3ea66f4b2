import { report as messages, term } from '../../messages/index.ts'
import { type Observation, STATES } from '../../model/index.ts'
import { ofKind, seenThings } from '../differences/seen-things.ts'
import { whoIsCookie, whoIsHost } from '../known/index.ts'
import { printable } from '../printable.ts'
import type { Report, SiteReport } from '../report.ts'
import { sayWhen } from '../say.ts'
import type { TextManner } from './text-manner.ts'

/** More of a kind are read elsewhere. */
const MOST = 40

interface Row {
  readonly name: string
  readonly about: readonly (string | undefined)[]
  readonly sightings: readonly Observation[]
}

function rowText({ name, about, sightings }: Row, { language, paint }: TextManner): string {
  const states = STATES.filter(state => sightings.some(seen => seen.state === state))
  const told = [...about.filter(part => part !== undefined), sayWhen(states, language)]
  return `  ${printable(name)}  ${paint.dim(told.map(printable).join(' · '))}\n`
}

function listText(title: string, rows: readonly Row[], manner: TextManner): string {
  if (rows.length === 0) return ''
  const shown = rows.slice(0, MOST).map(row => rowText(row, manner))
  const more = rows.length - shown.length
  const rest = more > 0 ? `  ${messages[manner.language].more({ count: more })}\n` : ''
  return `\n${manner.paint.bold(title)}\n${shown.join('')}${rest}`
}

/** What a form asks for, once for each name. */
function fieldRows({ site }: SiteReport, { language }: TextManner): readonly Row[] {
  const fields = ofKind(site.observations, 'form-field').filter(
    ({ visible, categories }) => visible && categories.length > 0,
  )
  const names = [...new Set(fields.map(({ name, label }) => name || label))]
  return names.map(name => {
    const sightings = fields.filter(field => (field.name || field.label) === name)
    return { name, about: sightings[0]?.categories.map(id => term[language][`category.${id}`]) ?? [], sightings }
  })
}

/** What was seen, where there is nothing to compare it with. */
export function seenText(one: SiteReport, { known }: Report, manner: TextManner): string {
  const words = messages[manner.language]
  const { cookies, storage, recipients } = seenThings(one.site, null)
  const whoSets = (name: string, host: string) => whoIsCookie(name, host, known)?.who
  const counts = { cookies: cookies.length, storage: storage.length, recipients: recipients.length }
  return [
    `${words['seen.counts'](counts)}\n`,
    listText(
      words['seen.cookies'],
      cookies.map(({ name, host, sightings }) => ({ name, about: [host, whoSets(name, host)], sightings })),
      manner,
    ),
    listText(
      words['seen.storage'],
      storage.map(({ area, key, origin, sightings }) => ({ name: key, about: [area, origin], sightings })),
      manner,
    ),
    listText(
      words['seen.recipients'],
      recipients.map(({ host, sightings }) => ({ name: host, about: [whoIsHost(host)?.who], sightings })),
      manner,
    ),
    listText(words['seen.fields'], fieldRows(one, manner), manner),
  ].join('')
}
