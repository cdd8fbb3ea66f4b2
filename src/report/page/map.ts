import { report as messages } from '../../messages/index.ts'
import { groupAlike, STATES, type State } from '../../model/index.ts'
import type { SeenRecipient } from '../differences/seen-recipients.ts'
import { type Known, whoIsHost } from '../known/index.ts'
import { printable } from '../printable.ts'
import { sayWhen } from '../say.ts'
import { code, details, type Html, join, lone, NOTHING, scrolling, table, tag, text } from './html.ts'
import { legend } from './legend.ts'
import { shorten } from './timeline.ts'
import { nameIn, standing, type View } from './view.ts'

interface Receiver {
  readonly recipient: SeenRecipient
  readonly known: Known | null
  readonly states: readonly State[]
  readonly carries: readonly string[]
}

const WIDTH = 860
const SITE = 190
const HOSTS = 330
const DOTS = 640
const ROW = 40
const TOP = 52
const MOST_ROWS = 30

function receiversOf({ things }: View): readonly Receiver[] {
  const receivers = things.recipients.map(recipient => ({
    recipient,
    known: whoIsHost(recipient.host),
    states: STATES.filter(state => recipient.sightings.some(seen => seen.state === state)),
    carries: [...new Set(recipient.sightings.flatMap(({ identifiers }) => identifiers))].sort(),
  }))
  const byTrade = groupAlike(receivers, ({ known }) => known?.use ?? '')
  return byTrade.flatMap(group =>
    [...group].sort((a, b) => b.recipient.sightings.length - a.recipient.sightings.length),
  )
}

const useOf = (known: Known | null, { language }: View): string =>
  known === null ? '' : messages[language][`use.${known.use}`]

/** Thicker with each tenfold. */
const thickness = ({ sightings }: SeenRecipient): number => 1.5 + 2 * Math.log10(sightings.length)

function hostSvg(receiver: Receiver, index: number, view: View): Html {
  const { recipient, known, states } = receiver
  const y = TOP + index * ROW + ROW / 2
  const middle = TOP + (Math.min(view.things.recipients.length, MOST_ROWS) * ROW) / 2
  const look = standing(view, recipient.namedBy.length > 0)
  const bend = (SITE + HOSTS) / 2
  const about = [known?.who ?? '', useOf(known, view)].filter(word => word !== '').join(', ')
  const line = {
    class: look,
    d: `M${SITE} ${middle}C${bend} ${middle} ${bend} ${y} ${HOSTS - 14} ${y}`,
    'stroke-width': thickness(recipient).toFixed(1),
  }
  const dots = STATES.map((state, at) =>
    lone('circle', {
      class: states.includes(state) ? look : 'rule',
      cx: DOTS + at * 38,
      cy: y,
      r: states.includes(state) ? 6 : 2,
    }),
  )
  return join([
    lone('path', line),
    lone('circle', { class: look, cx: HOSTS - 10, cy: y, r: 6 }),
    tag(
      'text',
      { class: 'strong', x: HOSTS + 6, y: about === '' ? y + 5 : y - 3 },
      text(shorten(printable(recipient.host), DOTS - HOSTS - 20)),
    ),
    about === ''
      ? NOTHING
      : tag('text', { class: 'soft', x: HOSTS + 6, y: y + 13 }, text(shorten(about, DOTS - HOSTS - 20))),
    ...dots,
  ])
}

/** The heads of the columns of dots, one lower than the next so that they do not meet. */
const headsSvg = ({ language }: View): readonly Html[] =>
  STATES.map((state, at) =>
    tag(
      'text',
      { class: 'soft', x: DOTS + at * 38, y: at % 2 === 0 ? 16 : 34, 'text-anchor': 'middle' },
      text(messages[language][`short.${state}`]),
    ),
  )

function mapSvg(receivers: readonly Receiver[], view: View): Html {
  const words = messages[view.language]
  const shown = receivers.slice(0, MOST_ROWS)
  const height = TOP + shown.length * ROW + 8
  const middle = TOP + (shown.length * ROW) / 2
  const site = join([
    lone('rect', { class: 'box', x: 1, y: middle - 24, width: SITE - 2, height: 48, rx: 8 }),
    tag(
      'text',
      { class: 'strong', x: SITE / 2, y: middle + 5, 'text-anchor': 'middle' },
      text(shorten(printable(view.things.addresses.own), SITE - 20)),
    ),
  ])
  const hosts = shown.map((receiver, index) => hostSvg(receiver, index, view))
  const name = nameIn(view, words['page.map'])
  return scrolling(
    name,
    tag(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': name },
      ...headsSvg(view),
      ...hosts,
      site,
    ),
  )
}

function tableOf(receivers: readonly Receiver[], view: View): Html {
  const words = messages[view.language]
  const head = (['host', 'who', 'use', 'requests', 'state', 'carries', 'declared'] as const).map(
    key => words[`column.${key}`],
  )
  const rows = receivers.map(({ recipient, known, states, carries }) => [
    code(printable(recipient.host)),
    text(known?.who ?? ''),
    text(useOf(known, view)),
    text(recipient.sightings.length),
    text(sayWhen(states, view.language)),
    text(printable(carries.join(', '))),
    text(words[`legend.${standing(view, recipient.namedBy.length > 0)}`]),
  ])
  return table(nameIn(view, words['table-of']({ name: words['page.map'] })), head, rows)
}

/** Who receives what: a picture, and a table that says the same. */
export function mapHtml(view: View): Html {
  const words = messages[view.language]
  const receivers = receiversOf(view)
  const head = tag('h2', { id: `${view.prefix}-map` }, text(words['page.map']))
  if (receivers.length === 0) return join([head, tag('p', {}, text(words['page.map.nothing']))])
  const more = receivers.length - MOST_ROWS
  return join([
    head,
    tag('p', { class: 'soft' }, text(words['page.map.about'])),
    legend(view),
    mapSvg(receivers, view),
    more > 0 ? tag('p', { class: 'soft' }, text(words.more({ count: more }))) : NOTHING,
    details(words['as-table'], tableOf(receivers, view)),
  ])
}
