import { report as messages } from '../../messages/index.ts'
import { type CookieObservation, STATES, type State, type StorageObservation } from '../../model/index.ts'
import { textWidth } from '../../publish/writing/index.ts'
import { wasSet } from '../differences/seen-cookies.ts'
import { printable } from '../printable.ts'
import { code, details, type Html, join, lone, NOTHING, scrolling, table, tag, text } from './html.ts'
import { legend } from './legend.ts'
import { sourceOf } from './source.ts'
import { nameIn, type Standing, standing, type View } from './view.ts'

/** Something set, at its first moment in a state. */
interface Event {
  readonly kind: 'cookie' | 'storage'
  readonly name: string
  readonly host: string
  readonly state: State
  readonly at: number | null
  readonly page: string
  readonly by: string
  readonly look: Standing
}

const WIDTH = 860
const LEFT = 210
const RIGHT = 590
const ROW = 24
const TOP = 30
const SIZE = 12
/** A picture of more is not looked at; the table has them all. */
const MOST_ROWS = 40

type Sighting = CookieObservation | StorageObservation

/** When each thing was first set in each state: on the first page that set it, at the moment it was seen there. */
function firstIn(state: State, sightings: readonly Sighting[], pages: readonly string[]): Sighting | undefined {
  const turn = ({ page }: Sighting) => pages.indexOf(page) + (pages.includes(page) ? 0 : pages.length + 1)
  const here = sightings.filter(seen => seen.state === state && !seen.earlier).sort((a, b) => turn(a) - turn(b))
  return here.find(({ at }) => at !== null) ?? here[0]
}

function eventsOf(view: View): readonly Event[] {
  const { one, things, language } = view
  const cookies = things.cookies.map(({ name, host, sightings, declared }) => ({
    kind: 'cookie' as const,
    name,
    host,
    sightings: sightings.filter(wasSet) as readonly Sighting[],
    look: standing(view, declared !== null),
  }))
  const storage = things.storage.map(({ area, key, origin, sightings, declared }) => ({
    kind: 'storage' as const,
    name: `${area} ${key}`,
    host: origin,
    sightings: sightings as readonly Sighting[],
    look: standing(view, declared !== null),
  }))
  return STATES.flatMap(state =>
    [...cookies, ...storage]
      .flatMap(({ sightings, ...thing }): readonly Event[] => {
        const first = firstIn(state, sightings, one.site.pages)
        return first === undefined
          ? []
          : [{ ...thing, state, at: first.at, page: first.page, by: sourceOf(first, language) }]
      })
      .sort((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY)),
  )
}

/** As much of a text as has room. */
export function shorten(words: string, room: number): string {
  if (textWidth(words, SIZE) <= room) return words
  let kept = words.slice(0, 120)
  while (kept !== '' && textWidth(`${kept}…`, SIZE) > room) kept = kept.slice(0, -1)
  return `${kept}…`
}

/** Whole seconds, or tenths of them where all is over sooner. */
function ticks(last: number): readonly number[] {
  const step = [100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000].find(one => last / one <= 6) ?? last / 6
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step)
}

/** One state as a picture: a row a thing, a mark at its moment, and who set it. */
function stateSvg(state: State, events: readonly Event[], view: View): Html {
  const words = messages[view.language]
  const shown = events.slice(0, MOST_ROWS)
  const last = Math.max(1000, ...shown.map(({ at }) => at ?? 0))
  const height = TOP + shown.length * ROW + 8
  const x = (at: number) => LEFT + ((RIGHT - LEFT - 20) * at) / last
  const axis = ticks(last).map(at =>
    join([
      lone('path', { class: 'rule', d: `M${x(at)} ${TOP - 6}V${height - 6}` }),
      tag(
        'text',
        { class: 'soft', x: x(at), y: 14, 'text-anchor': 'middle' },
        text(words['page.timeline.seconds']({ count: at / 1000 })),
      ),
    ]),
  )
  const rows = shown.map(({ name, at, by, look, kind }, index) => {
    const y = TOP + index * ROW + ROW / 2
    const mark =
      at === null
        ? tag('text', { class: 'soft', x: LEFT, y: y + 4 }, text(words['page.timeline.unknown']))
        : kind === 'cookie'
          ? lone('circle', { class: look, cx: x(at), cy: y, r: 6 })
          : lone('rect', { class: look, x: x(at) - 5, y: y - 5, width: 10, height: 10 })
    return join([
      tag('text', { x: 0, y: y + 4 }, text(shorten(printable(name), LEFT - 24))),
      mark,
      tag('text', { class: 'soft', x: RIGHT, y: y + 4 }, text(shorten(by, WIDTH - RIGHT))),
    ])
  })
  const name = nameIn(view, `${words['page.timeline']}: ${words[`state.${state}`]}`)
  return scrolling(
    name,
    tag('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': name }, ...axis, ...rows),
  )
}

/** The first state is open; the others are a click away, so that the page can be taken in. */
function stateHtml(
  { state, here: events }: { readonly state: State; readonly here: readonly Event[] },
  view: View,
  isFirst: boolean,
): Html {
  const words = messages[view.language]
  const more = events.length - MOST_ROWS
  return tag(
    'details',
    { open: isFirst ? '' : null },
    tag('summary', { class: 'state' }, text(`${words[`state.${state}`]} (${events.length})`)),
    stateSvg(state, events, view),
    more > 0 ? tag('p', { class: 'soft' }, text(words.more({ count: more }))) : NOTHING,
  )
}

const declaredWord = (look: Standing, { language }: View): string => messages[language][`legend.${look}`]

function tableOf(events: readonly Event[], view: View): Html {
  const words = messages[view.language]
  const head = (['name', 'kind', 'host', 'state', 'page', 'at', 'set-by', 'declared'] as const).map(
    key => words[`column.${key}`],
  )
  const rows = events.map(({ name, kind, host, state, page, at, by, look }) => [
    code(printable(name)),
    text(words[`kind.${kind}`]),
    text(printable(host)),
    text(words[`state.${state}`]),
    text(printable(page)),
    text(
      at === null
        ? words['page.timeline.unknown']
        : words['page.timeline.seconds']({ count: Math.round(at / 100) / 10 }),
    ),
    text(by),
    text(declaredWord(look, view)),
  ])
  return table(nameIn(view, words['table-of']({ name: words['page.timeline'] })), head, rows)
}

/** What was set when, and by whom: pictures of the states, and a table that says the same. */
export function timelineHtml(view: View): Html {
  const words = messages[view.language]
  const events = eventsOf(view)
  const head = tag('h2', { id: `${view.prefix}-timeline` }, text(words['page.timeline']))
  if (events.length === 0) return join([head, tag('p', {}, text(words['page.timeline.nothing']))])
  const states = STATES.map(state => ({ state, here: events.filter(event => event.state === state) })).filter(
    ({ here }) => here.length > 0,
  )
  return join([
    head,
    tag('p', { class: 'soft' }, text(words['page.timeline.about'])),
    legend(view),
    ...states.map((each, at) => stateHtml(each, view, at === 0)),
    details(words['as-table'], tableOf(events, view)),
  ])
}
