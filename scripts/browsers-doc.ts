/**
 * Writes `docs/browsers.md` from `docs/lab-run.json`, the record of a run of the lab: every cell is what a browser was seen
 * to do. A test holds the page to the record, and the judge too.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { browserAgent } from '../src/judge/cookies/index.ts'
import {
  BASIC,
  type LabAgent,
  type LabRecord,
  recordedAgents,
  recordedAnswer,
  recordedHeader,
  recordedTrial,
  type SeenAnswer,
  sayCase,
  sayFact,
} from '../src/lab/index.ts'
import { sayBrowser } from '../src/messages/index.ts'
import type { CookieCase } from '../src/model/index.ts'

const docs = join(import.meta.dirname, '../docs')
export const PAGE = join(docs, 'browsers.md')
const RECORD = join(docs, 'lab-run.json')

export const readRecord = (): LabRecord => JSON.parse(readFileSync(RECORD, 'utf8'))

/** A cell of a table: nothing in it ends the cell, and what looks like markup is shown. */
const cell = (text: string): string => text.replace(/[\\|`*_<[\]]/g, '\\$&')
const code = (text: string): string =>
  text === '' ? '' : `<code>${text.replace(/[&<|]/g, c => `&#${c.charCodeAt(0)};`)}</code>`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

const days = (expires: number | 'session'): string => (expires === 'session' ? '' : ` ${sayFact(expires, 'en')}`)

/** Kept, per site, or not; how long, where that is not until the browser closes. */
function keptText(seen: SeenAnswer | null): string {
  if (seen === null || seen.stored === null) return '?'
  if (!seen.stored) return '–'
  if (seen.kept === null) return 'kept'
  return `${seen.kept.partition === null ? 'kept' : 'per site'}${days(seen.kept.expires)}`
}

const groupOf = ({ id }: { readonly id: string }) => id.slice(0, id.indexOf('.'))
const nameOf = ({ id }: { readonly id: string }) => id.slice(id.indexOf('.') + 1)

const isSituation = (cases: readonly CookieCase[]) =>
  Object.keys(BASIC).every(name => cases.some(asked => nameOf(asked) === name))

/** How the cookies of a group are set, in words. */
function settingText({ set }: CookieCase): string {
  const { via, url, top, ancestors, method, navigation } = set
  const by = via === 'script' ? 'a script' : method === 'GET' ? 'a response header' : `a response to ${method}`
  const frames = ancestors.length === 0 ? '' : `, through ${ancestors.map(frame => code(frame)).join(' in ')}`
  return top === url || navigation
    ? `Set by ${by} at ${code(url)}.`
    : `Set by ${by} at ${code(url)}, part of ${code(top)}${frames}.`
}

interface Shown {
  readonly record: LabRecord
  readonly agents: readonly LabAgent[]
  readonly cases: readonly CookieCase[]
  readonly jars: ReturnType<typeof recordedTrial>['jars']
}

const head = ({ agents }: Shown): string[] => agents.map(agent => sayBrowser(agent, 'en'))

const groups = (cases: readonly CookieCase[]): CookieCase[][] => {
  const found = new Map<string, CookieCase[]>()
  for (const asked of cases) found.set(groupOf(asked), [...(found.get(groupOf(asked)) ?? []), asked])
  return [...found.values()]
}

function browsersTable({ record, agents }: Shown): string {
  const rows = agents.map(agent => {
    const { version = '', settings = {}, counts } = record.agents[agent] ?? {}
    const told = Object.entries(settings).map(([name, value]) => code(`${name} ${value}`))
    const { agrees = 0, differs = 0, 'not-seen': notSeen = 0, 'not-known': notKnown = 0 } = counts ?? {}
    return [sayBrowser(agent, 'en'), version, told.join('<br>'), ...[agrees, differs, notKnown, notSeen].map(String)]
  })
  const columns = ['Browser', 'Version', 'Settings, read back', 'Agree', 'Differ', 'Not known', 'Not seen']
  return table(columns, rows)
}

/** Whether each cookie of a group is kept, in every browser. */
function keptTable(shown: Shown, cases: readonly CookieCase[]): string {
  const rows = cases.map(asked => [
    cell(nameOf(asked)),
    code(sayCase(asked)),
    ...shown.agents.map(agent => keptText(recordedAnswer(shown.record, asked, agent))),
  ])
  return table(['Case', 'Cookie', ...head(shown)], rows)
}

/** Letters for the cookies of every situation, so that a cell can hold them all. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const letterOf = (name: string): string => LETTERS.charAt(Object.keys(BASIC).indexOf(name))

/** Which cookies of a situation go along with which request, in every browser. */
function sentTable(shown: Shown, cases: readonly CookieCase[]): string {
  const [first] = cases
  const rows = (first?.ask ?? []).map(question => [
    cell(question.id),
    ...shown.agents.map(agent => {
      const sent = cases.filter(asked => recordedAnswer(shown.record, asked, agent)?.sent[question.id] === true)
      return sent.map(asked => letterOf(nameOf(asked))).join('') || '–'
    }),
  ])
  return table(['Request', ...head(shown)], rows)
}

function situationPart(shown: Shown, cases: readonly CookieCase[]): string {
  const [first] = cases
  if (first === undefined) return ''
  return `### ${groupOf(first)}\n\n${settingText(first)}\n\n${keptTable(shown, cases)}\n\n${sentTable(shown, cases)}`
}

/** Where a trap's cookie is sent matters as well: the requests it goes along with. */
function trapText(seen: SeenAnswer | null, asked: CookieCase): string {
  const kept = keptText(seen)
  if (seen?.stored !== true || asked.ask.length === 1) return kept
  const sent = asked.ask.filter(({ id }) => seen.sent[id] === true).map(({ id }) => id)
  return `${kept}<br>${sent.length === 0 ? 'never sent' : cell(sent.join(' '))}`
}

function trapPart(shown: Shown, cases: readonly CookieCase[]): string {
  const [first] = cases
  if (first === undefined) return ''
  const rows = cases.map(asked => [
    cell(nameOf(asked)),
    code(sayCase(asked)),
    ...shown.agents.map(agent => trapText(recordedAnswer(shown.record, asked, agent), asked)),
  ])
  return `### ${groupOf(first)}\n\n${settingText(first)}\n\n${table(['Case', 'Cookie', ...head(shown)], rows)}`
}

function jarPart(shown: Shown): string {
  const rows = shown.jars.map(jar => [
    cell(nameOf(jar)),
    code(sayCase(jar)),
    ...shown.agents.map(agent => code(sayFact(recordedHeader(shown.record, jar, agent), 'en'))),
  ])
  return table(['Case', 'What comes, in this order', ...head(shown)], rows)
}

/** Which rules the judge needs to explain what was seen, how often, and a case of each. */
function rulesTable({ agents, cases }: Shown): string {
  const found = new Map<string, { count: number; example: string }>()
  const note = (rule: string, example: string) => {
    const { count = 0 } = found.get(rule) ?? {}
    found.set(rule, { example: found.get(rule)?.example ?? example, count: count + 1 })
  }
  for (const agent of agents)
    for (const asked of cases) {
      const verdict = browserAgent(agent)?.judge({ ...asked, agent })
      if (verdict === undefined) continue
      note(verdict.rule, `${asked.id}, ${agent}`)
      for (const [question, rule] of Object.entries(verdict.reasons)) note(rule, `${asked.id}, ${question}, ${agent}`)
    }
  const rows = [...found].sort(([, a], [, b]) => b.count - a.count)
  return table(
    ['Rule', 'Decides', 'For example'],
    rows.map(([rule, { count, example }]) => [code(rule), String(count), cell(example)]),
  )
}

/** The page that shows the record. */
export function browsersPage(record: LabRecord): string {
  const shown: Shown = { record, agents: recordedAgents(record), ...recordedTrial(record) }
  const all = groups(shown.cases)
  const questions = all.find(isSituation)?.[0]?.ask ?? []
  return `# What browsers do with cookies

Everything here was seen in real browsers on ${record.date.slice(0, 10)}, in fresh profiles, on one machine without a
network: nothing is guessed, nothing is taken from documents. What is only known from documents, and where, stands in
[rules.md](rules.md); how the lab works, in [lab.md](lab.md).

A case's name is that of its table, a dot and that of its row; \`candor lab --case third-frame.lax\` puts it to the browsers
of your machine again. This page is made from \`docs/lab-run.json\` by \`npx tsx scripts/browsers-doc.ts\`.

## The browsers

How many of all cases the judge foresaw. WebKitGTK tells a page's own cookies only, so a few cannot be seen there.

${browsersTable(shown)}

WebKitGTK is not Safari: they share the engine and its tracking prevention, not the cookie jar. Chrome is Chromium with
the setting for third-party cookies as Chrome ships it; Debian ships another.

## By where they are set

"kept" is in the jar that every page shares, "per site" in one for pages of that site, "–" not at all. A second table
says which of these cookies went along with a request, by letters:

${table(
  ['Letter', 'Case', 'Cookie'],
  Object.entries(BASIC).map(([name, line]) => [letterOf(name), cell(name), code(line.replace('$', 'name'))]),
)}

The requests, for the site \`${new URL(questions[0]?.url ?? 'https://a.com').host}\`:

${table(
  ['Request', 'Address', 'Page in the address bar', 'Frames between', 'How'],
  questions.map(({ id, url, top, ancestors, navigation, method, initiator, redirects = [] }) => [
    cell(id),
    code(url),
    navigation ? 'itself' : code(top),
    ancestors.map(code).join(', '),
    [
      navigation
        ? initiator === null
          ? 'typed'
          : `${method === 'GET' ? 'link' : 'form'} on ${code(initiator)}`
        : method,
      ...redirects.map(hop => `by way of ${code(hop)}`),
    ].join(', '),
  ]),
)}

${all
  .filter(isSituation)
  .map(cases => situationPart(shown, cases))
  .join('\n\n')}

## Traps

Lines that are written in unusual ways. Below what becomes of a cookie stand the requests it went along with, where there
was more than one.

${all
  .filter(cases => !isSituation(cases))
  .map(cases => trapPart(shown, cases))
  .join('\n\n')}

## More than one cookie

The cell is the \`Cookie\` header of the request afterwards; many cookies are told by their number and the names that are
left.

${jarPart(shown)}

## The rules at work

What decides, in the judge's words ([rules.md](rules.md)), about the cases above: keeping a cookie, and sending it with
each request.

${rulesTable(shown)}
`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(PAGE, browsersPage(readRecord()))
