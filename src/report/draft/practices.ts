import { type Drafting, type DraftTable, type DraftValue, oneOrMany, table } from '../../declare/drafting/index.ts'
import { draft as messages, report } from '../../messages/index.ts'
import { type FormFieldObservation, groupAlike } from '../../model/index.ts'
import { orderCategories, PURPOSES } from '../../vocabulary/index.ts'
import { ofKind, type SeenThings } from '../differences/seen-things.ts'
import { KNOWN_USES } from '../known/index.ts'
import type { Grouped, UseGroup } from './group.ts'
import { harmlessText } from './names.ts'

type Practices = Readonly<Record<string, DraftTable>>

const unasked = new Set<string>(PURPOSES.filter(({ choice }) => !choice).map(({ id }) => id))

const keptFor = (drafting: Drafting): DraftTable => ({ rule: 'stated-purpose', period: drafting.ask('ask.period') })

function logPractice(drafting: Drafting): DraftTable {
  const words = messages[drafting.language]
  drafting.note(['practices', 'server-log'], words['note.seen-log'])
  return {
    name: words['seen.log'],
    reason: words['seen.log-reason'],
    data: ['dynamic.clickstream', 'dynamic.http'],
    purposes: ['current', 'admin'],
    recipients: 'ours',
    retention: keptFor(drafting),
  }
}

/** Who gets the data: the site, and those whose hosts were called. */
function recipientsOf({ use, hosts }: UseGroup): DraftValue {
  const { recipient, asks } = KNOWN_USES[use]
  if (hosts.length === 0) return 'ours'
  const who = {
    text: [...new Set(hosts.map(one => one.who))].join(', '),
    hosts: oneOrMany(hosts.map(({ host }) => host)),
  }
  if (recipient === 'ours') return { ours: who }
  return { ours: 'always', [recipient]: asks ? { choice: 'opt-in', ...who } : who }
}

function purposesOf({ use }: UseGroup): DraftValue {
  const { purposes, asks } = KNOWN_USES[use]
  if (!asks) return oneOrMany(purposes)
  return Object.fromEntries(purposes.map(id => [id, unasked.has(id) ? 'always' : 'opt-in']))
}

function usePractice(group: UseGroup, drafting: Drafting): DraftTable {
  const { use, cookies, storage, hosts } = group
  const { asks, categories } = KNOWN_USES[use]
  const names = [...cookies.map(({ name }) => name), ...storage.map(({ key }) => key), ...hosts.map(({ host }) => host)]
  const shown = harmlessText([...new Set(names)].slice(0, 12).join(', '))
  drafting.note(['practices', use], messages[drafting.language]['note.seen-use']({ names: shown }))
  return table({
    name: report[drafting.language][`use.${use}`],
    reason: drafting.ask('ask.reason'),
    data: [
      ...(hosts.length > 0 ? ['dynamic.clickstream', 'dynamic.http'] : []),
      { ref: 'dynamic.cookies', categories: oneOrMany(categories) },
    ],
    purposes: purposesOf(group),
    recipients: recipientsOf(group),
    retention: keptFor(drafting),
    basis: asks ? 'consent' : undefined,
  })
}

function strangersPractice(hosts: readonly string[], drafting: Drafting): DraftTable {
  const words = messages[drafting.language]
  drafting.note(['practices', 'other-sites'], words['note.seen-strangers'])
  return {
    name: words['seen.strangers'],
    reason: drafting.ask('ask.reason'),
    data: ['dynamic.clickstream', 'dynamic.http'],
    purposes: drafting.ask('ask.purposes'),
    recipients: {
      ours: 'always',
      'other-recipient': {
        text: drafting.ask('ask.who', { hosts: hosts.slice(0, 3).join(', ') }),
        hosts: oneOrMany(hosts),
      },
    },
    retention: keptFor(drafting),
  }
}

const actionOf = ({ action, page }: FormFieldObservation): string => {
  const url = action ?? page
  return URL.canParse(url) ? new URL(url).pathname : '/'
}

/** `/newsletter/join` is `form-newsletter-join`; of two that come to the same the second has a number. */
function formIds(actions: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    actions.map(action => {
      const words = action.toLowerCase().match(/[a-z0-9]+/g) ?? []
      const slug = ['form', ...words].join('-').slice(0, 48).replace(/-$/, '')
      let id = slug
      for (let number = 2; taken.has(id); number++) id = `${slug}-${number}`
      taken.add(id)
      return [action, id]
    }),
  )
}

/** A field under the words that people read beside it. */
function datumOf(fields: readonly [FormFieldObservation, ...FormFieldObservation[]]): DraftTable {
  const [{ label, name, type, required }] = fields
  return table({
    name: harmlessText(label).slice(0, 100) || harmlessText(name).slice(0, 100) || type,
    categories: oneOrMany(orderCategories(fields.flatMap(({ categories }) => categories))),
    optional: required ? undefined : true,
  })
}

function formPractices(things: SeenThings, drafting: Drafting): Practices {
  const fields = ofKind(things.observations, 'form-field').filter(
    ({ visible, categories }) => visible && categories.length > 0,
  )
  const forms = groupAlike(fields, actionOf)
  const ids = formIds(forms.map(([first]) => actionOf(first)))
  return Object.fromEntries(
    forms.map(form => {
      const action = actionOf(form[0])
      const id = ids.get(action) ?? 'form'
      drafting.note(['practices', id], messages[drafting.language]['note.seen-form']({ action: harmlessText(action) }))
      const practice: DraftTable = {
        name: drafting.ask('ask.practice-form'),
        reason: drafting.ask('ask.reason'),
        data: groupAlike(form, ({ name, label }) => JSON.stringify([name, label])).map(datumOf),
        purposes: drafting.ask('ask.purposes'),
        recipients: 'ours',
        retention: keptFor(drafting),
      }
      return [id, practice]
    }),
  )
}

/** One practice a trade, one a form, and those that cannot be seen or known. */
export const draftPractices = (things: SeenThings, { groups, strangers }: Grouped, drafting: Drafting): Practices => ({
  'server-log': logPractice(drafting),
  ...Object.fromEntries(groups.map(group => [group.use, usePractice(group, drafting)])),
  ...(strangers.length === 0 ? {} : { 'other-sites': strangersPractice(strangers, drafting) }),
  ...formPractices(things, drafting),
})
