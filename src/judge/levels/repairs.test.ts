import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEVEL_PARTIES, type LevelReport, LIFETIMES, REPAIR_CHANGES, type RepairChange } from '../../model/index.ts'
import { ie6, ie8 } from '../agents/internet-explorer/agent.ts'
import { netscape7 } from '../agents/netscape/agent.ts'

type Change = Readonly<Record<string, RepairChange>>

/** What can be read and reported; the facts are the agent's own business. */
interface Judge {
  readonly id: string
  readonly report: (header: string) => LevelReport
}

const JUDGES: readonly Judge[] = [
  { id: 'ie6', report: header => ie6.report(header) },
  { id: 'ie8', report: header => ie8.report(header) },
  { id: 'netscape7', report: header => netscape7.report(header) },
]

const CATEGORIES = ['PHY', 'ONL', 'UNI', 'NAV']
const CHOOSABLE = ['CON', 'TEL', 'ADM', 'SAM', 'DEL']
const SUFFIXES = ['', 'a', 'o', 'i']
const OTHERS = ['CUR', 'OUR', 'NOI', 'XYZW']

const policies = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom(...CATEGORIES),
    fc.constantFrom(...CHOOSABLE).chain(use => fc.constantFrom(...SUFFIXES).map(suffix => use + suffix)),
    fc.constantFrom(...OTHERS),
  ),
  { maxLength: 5 },
)

const isUse = (core: string) => CHOOSABLE.includes(core)
const coreOf = (token: string) => (isUse(token.slice(0, 3)) ? token.slice(0, 3) : token)

function applied(tokens: readonly string[], change: Change): string {
  const left = tokens.flatMap(token => {
    const one = change[coreOf(token)]
    if (one === 'drop') return []
    return one === undefined || one === 'add' ? [token] : [coreOf(token) + (one === 'opt-out' ? 'o' : 'i')]
  })
  const added = Object.keys(change).filter(token => change[token] === 'add')
  return `CP="${[...new Set([...left, ...added])].join(' ')}"`
}

/** Everything that could be changed, in every combination. */
function everyChange(tokens: readonly string[]): Change[] {
  const cores = [...new Set(tokens.map(coreOf))]
  const options = cores.map(core => [core, isUse(core) ? ['opt-out', 'opt-in', 'drop'] : ['drop']] as const)
  if (!cores.includes('CUR')) options.push(['CUR', ['add']])
  return options.reduce<Change[]>(
    (changes, [core, ways]) =>
      changes.flatMap(change => [change, ...ways.map(way => ({ ...change, [core]: way as RepairChange }))]),
    [{}],
  )
}

const accepting = ({ levels }: LevelReport): ReadonlySet<string> =>
  new Set(
    Object.entries(levels).flatMap(([level, parties]) =>
      LEVEL_PARTIES.flatMap(party =>
        LIFETIMES.filter(lifetime => parties[party][lifetime].action === 'accept').map(
          lifetime => `${level}/${party}/${lifetime}`,
        ),
      ),
    ),
  )

const weight = (change: Change, token: string) => {
  const one = change[token]
  return one === undefined ? 0 : 1 + REPAIR_CHANGES.indexOf(one)
}
/** Each token is changed as little, or less. */
const isWithin = (a: Change, b: Change) => Object.keys(a).every(token => weight(a, token) <= weight(b, token))
const total = (change: Change) => Object.keys(change).reduce((sum, token) => sum + weight(change, token), 0)

/** Those within which no other lies. */
function smallest(changes: readonly Change[]): Change[] {
  const found: Change[] = []
  for (const change of [...changes].sort((a, b) => total(a) - total(b)))
    if (!found.some(smaller => isWithin(smaller, change))) found.push(change)
  return found
}

const sorted = (changes: readonly Change[]) =>
  changes.map(change => JSON.stringify(Object.entries(change).sort(([a], [b]) => (a < b ? -1 : 1)))).sort()

const parts = (change: Change): Change[] =>
  Object.keys(change).reduce<Change[]>(
    (found, token) => found.flatMap(part => [part, { ...part, [token]: change[token] as RepairChange }]),
    [{}],
  )

describe.each(JUDGES.map(judge => [judge.id, judge] as const))('%s', (_, { report }) => {
  const judged = new Map<string, ReadonlySet<string>>()
  const acceptedIn = (tokens: readonly string[], change: Change) => {
    const header = applied(tokens, change)
    const known = judged.get(header) ?? accepting(report(header))
    judged.set(header, known)
    return known
  }

  test('repairs are the smallest sets of changes that an exhaustive search finds, for each cell', () => {
    fc.assert(
      fc.property(policies, tokens => {
        const { levels, repairs } = report(applied(tokens, {}))
        const now = acceptedIn(tokens, {})
        const changes = everyChange(tokens)
        const needed = new Set<string>()
        for (const level of Object.keys(levels))
          for (const cell of LEVEL_PARTIES.flatMap(party => LIFETIMES.map(life => `${level}/${party}/${life}`))) {
            if (now.has(cell) || tokens.length === 0) continue
            const mending = changes.filter(change => acceptedIn(tokens, change).has(cell))
            const least = smallest(mending)
            const listed = repairs.map(({ change }) => change).filter(change => acceptedIn(tokens, change).has(cell))
            expect(sorted(smallest(listed))).toEqual(sorted(least))
            for (const change of least) needed.add(sorted([change]).join())
          }
        expect(new Set(sorted(repairs.map(({ change }) => change)))).toEqual(needed)
      }),
      { numRuns: 150 },
    )
  })

  test('a repair mends the cells it names, needs each of its changes for them, and mends no others so', () => {
    fc.assert(
      fc.property(policies, tokens => {
        const now = acceptedIn(tokens, {})
        for (const { change, mends } of report(applied(tokens, {})).repairs) {
          const after = [...acceptedIn(tokens, change)].filter(cell => !now.has(cell))
          const lesser = parts(change).filter(part => Object.keys(part).length < Object.keys(change).length)
          const needed = after.filter(cell => !lesser.some(part => acceptedIn(tokens, part).has(cell)))
          expect([...mends].sort()).toEqual(needed.sort())
        }
      }),
      { numRuns: 150 },
    )
  })

  test('the stricter changes that would do as well are all named, and do', () => {
    fc.assert(
      fc.property(policies, tokens => {
        for (const { change, mends, or } of report(applied(tokens, {})).repairs)
          for (const [token, chosen] of Object.entries(change)) {
            if (!isUse(token)) continue
            const stricter = REPAIR_CHANGES.slice(REPAIR_CHANGES.indexOf(chosen) + 1)
            const good = stricter.filter(other =>
              mends.every(cell => acceptedIn(tokens, { ...change, [token]: other }).has(cell)),
            )
            expect(or[token] ?? []).toEqual(good)
          }
      }),
      { numRuns: 150 },
    )
  })

  test('fewer changes come first, and the same policy gives the same bytes', () => {
    fc.assert(
      fc.property(policies, tokens => {
        const header = applied(tokens, {})
        const sizes = report(header).repairs.map(({ change }) => Object.keys(change).length)
        expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
        expect(JSON.stringify(report(header))).toBe(JSON.stringify(report(header)))
      }),
      { numRuns: 100 },
    )
  })
})

test('an opt-out from marketing contact mends Low, Medium and first-party Medium High; the rest wants an opt-in', () => {
  const header = 'CP="NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA"'
  const { repairs } = ie6.report(header)
  expect(repairs.map(({ change }) => change)).toEqual([
    { CON: 'opt-out' },
    { CON: 'opt-in' },
    { PHY: 'drop', ONL: 'drop' },
  ])
  const [optOut, optIn] = repairs
  expect(optOut?.mends).toEqual([
    'low/third-party/persistent',
    'medium/first-party/persistent',
    'medium/third-party/persistent',
    'medium/third-party/session',
    'medium-high/first-party/persistent',
  ])
  expect(optIn?.mends.filter(cell => !optOut?.mends.includes(cell))).toEqual([
    'medium-high/third-party/persistent',
    'medium-high/third-party/session',
    'high/first-party/persistent',
    'high/first-party/session',
    'high/third-party/persistent',
    'high/third-party/session',
  ])
})

test('of the levels asked for, only what they need is listed', () => {
  const changes = (level: string) => ie6.report('CP="CUR CON PHY"', [level]).repairs.map(({ change }) => change)
  expect(changes('low')).toEqual([{ CON: 'opt-out' }, { PHY: 'drop' }])
  expect(changes('high')).toEqual([{ CON: 'opt-in' }, { PHY: 'drop' }])
})

test('no change to a policy mends a level that blocks everything, nor a policy that is not there', () => {
  expect(ie6.report(null).repairs).toEqual([])
  const { repairs } = ie6.report('CP="CON PHY"')
  expect(repairs.flatMap(({ mends }) => mends).filter(cell => cell.startsWith('block-all'))).toEqual([])
})
