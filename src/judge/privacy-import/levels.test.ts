import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePrivacyImport, encodePrivacyImport } from '../../codec/privacy-import/index.ts'
import { LEVEL_PARTIES, type LevelCells, LIFETIMES } from '../../model/index.ts'
import { CATEGORIES, PURPOSES, RECIPIENTS } from '../../vocabulary/index.ts'
import { ie6, ie8 } from '../agents/internet-explorer/agent.ts'
import { IDENTIFYING, OBJECTIONABLE } from '../agents/internet-explorer/objections.ts'
import {
  IE_LEVELS,
  IE6_SETTINGS,
  IE8_SETTINGS,
  type IeLevel,
  type IeSettings,
} from '../agents/internet-explorer/settings.ts'
import { type ImportCells, type PrivacyImportAgent, privacyImportAgent } from './agent.ts'
import { levelAsPrivacyImport } from './level-as-import.ts'

/*
 * Why these policies are all that matter. Both sides look at a policy as a set of tokens, compared letter by letter:
 * the level at the bits that `readCompactFacts` sets, the file at the tokens its rules name, and the first test below
 * shows that the rules name none but identifying categories, objectionable uses and purposes. So a policy is fully
 * described by
 *   - which of the 4 identifying categories it holds,
 *   - for each of the 9 objectionable uses, which of its 4 forms (bare, a, i, o) it holds,
 *   - whether it states another purpose, and which: 7 of the recommendation and `CUS`, in their forms.
 * The first sweep runs through every set of categories, every set of forms of each single use, and every way to state
 * another purpose: it shows that the categories count as one, that a use counts by its worst form, that bare is as `a`,
 * and that other purposes count as one. That leaves four states of a use (absent, without choice, opt-out, opt-in), a
 * category or none, another purpose or none; the second sweep runs through all of these together, twice 4^9 of them with a
 * category, and for those without one the test after it shows that nobody objects.
 */

const FORMS = ['', 'a', 'i', 'o'] as const
const USES = [...OBJECTIONABLE.purposes, ...OBJECTIONABLE.recipients]

const subsets = <T>(all: readonly T[]): T[][] =>
  all.reduce<T[][]>((found, one) => [...found, ...found.map(some => [...some, one])], [[]])

const OTHER_PURPOSES = [
  ...PURPOSES.filter(({ token }) => !(OBJECTIONABLE.purposes as readonly string[]).includes(token)).flatMap(
    ({ token, choice }) => (choice ? FORMS.map(form => token + form) : [token]),
  ),
  ...FORMS.map(form => `CUS${form}`),
]

const BROWSERS = [
  ['ie6', ie6, IE6_SETTINGS],
  ['ie8', ie8, IE8_SETTINGS],
] as const

const agentFor = (level: IeLevel, settings: IeSettings = IE6_SETTINGS): PrivacyImportAgent => {
  const agent = privacyImportAgent(levelAsPrivacyImport(level, settings))
  if (agent === null) throw new Error('the internet zone is not set')
  return agent
}

/** Where a level and its file differ on a policy, all parties and lifetimes. */
const differing = (own: LevelCells | undefined, theirs: ImportCells) =>
  LEVEL_PARTIES.flatMap(party =>
    LIFETIMES.filter(lifetime => own?.[party][lifetime].action !== theirs[party][lifetime].action).map(
      lifetime => `${party}, ${lifetime}`,
    ),
  )

function differences(level: IeLevel, file: PrivacyImportAgent, header: string | null, browser = ie6): string[] {
  return differing(browser.verdicts(header)[level], file.verdicts(header)).map(cell => `${level}, ${header}: ${cell}`)
}

const rulesOf = (level: IeLevel) =>
  Object.values(levelAsPrivacyImport(level).zones.internet ?? {}).flatMap(({ rules }) => rules)
const hasRules = (level: IeLevel): boolean => rulesOf(level).length > 0

/** The tokens of each policy in which every use is absent, without choice, with an opt-out, or with an opt-in. */
function* everyState(start: string, at = 0): Generator<string> {
  const use = USES[at]
  if (use === undefined) yield start
  else for (const state of ['', ` ${use}`, ` ${use}o`, ` ${use}i`]) yield* everyState(start + state, at + 1)
}

describe.each(IE_LEVELS)('the file for %s', level => {
  const file = agentFor(level)

  test('names no tokens but those by which the level decides', () => {
    const named = rulesOf(level).flatMap(({ conditions }) => conditions.map(({ token }) => token))
    const decisive = [...IDENTIFYING, ...USES.flatMap(use => FORMS.map(form => use + form)), ...OTHER_PURPOSES]
    expect(named.filter(token => !(decisive as readonly string[]).includes(token))).toEqual([])
  })

  test('does the same with every set of categories, every form of every use, and every other purpose', () => {
    const found: string[] = []
    for (const categories of subsets<string>(IDENTIFYING))
      for (const use of USES)
        for (const forms of subsets(FORMS))
          for (const purpose of ['', ...OTHER_PURPOSES]) {
            const tokens = [...categories, ...forms.map(form => use + form), purpose]
            found.push(...differences(level, file, `CP="${tokens.join(' ')}"`))
          }
    expect(found).toEqual([])
  })

  test('does the same without a policy, and with one that says nothing', () => {
    for (const header of [null, 'CP=""', 'policyref="/w3c/p3p.xml"', 'CP="AMZN"'])
      expect(differences(level, file, header)).toEqual([])
  })

  test('is still the same file once it is written and read', () => {
    const model = levelAsPrivacyImport(level)
    expect(decodePrivacyImport(encodePrivacyImport(model))).toEqual({ ok: true, value: model, issues: [] })
  })
})

test('the files with rules do the same with all the uses in all their states', () => {
  const files = IE_LEVELS.filter(hasRules).map(level => [level, agentFor(level)] as const)
  expect(files).toHaveLength(4)
  const found: string[] = []
  for (const start of ['PHY', 'PHY CUR'])
    for (const tokens of everyState(start)) {
      const levels = ie6.verdicts(tokens)
      for (const [level, file] of files)
        for (const cell of differing(levels[level], file.verdicts(tokens))) found.push(`${level}, ${tokens}: ${cell}`)
    }
  expect(found).toEqual([])
})

test('without an identifying category no rule of any file is true, and no level objects', () => {
  const identifying: readonly string[] = IDENTIFYING
  const wanted = (level: IeLevel) =>
    rulesOf(level).map(({ conditions }) => conditions.some(({ token, not }) => !not && identifying.includes(token)))
  for (const level of IE_LEVELS) expect(wanted(level)).not.toContain(false)
  const objected: string[] = []
  for (const tokens of everyState('CUR')) if (ie6.standing(tokens) !== 'opt-in') objected.push(tokens)
  expect(objected).toEqual([])
})

test('Internet Explorer 8 differs in Medium, and so does its file', () => {
  const file = agentFor('medium', IE8_SETTINGS)
  for (const header of ['CP="CUR CONo PHY"', 'CP="CUR CON PHY"', 'CP="CUR CONi PHY"', 'CP="PHY"', null])
    expect(differences('medium', file, header, ie8)).toEqual([])
  expect(differences('medium', file, 'CP="CUR CONo PHY"', ie6)).not.toEqual([])
})

test('no header at all, however strange, is judged otherwise by the file than by the level', () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...[...CATEGORIES, ...PURPOSES, ...RECIPIENTS].flatMap(({ token }) => FORMS.map(form => token + form)),
    ),
    fc.constantFrom('CURa', 'PHYo', 'con', 'CONx', '{', '}', 'AMZN', '"', ',', 'CP=', 'CUSi', 'NOI'),
  )
  const header = fc.array(word, { maxLength: 12 }).map(words => `CP="${words.join(' ')}"`)
  const files = BROWSERS.flatMap(([, browser, settings]) =>
    IE_LEVELS.map(level => ({ browser, level, file: privacyImportAgent(levelAsPrivacyImport(level, settings)) })),
  )
  fc.assert(
    fc.property(fc.oneof(header, fc.string({ maxLength: 60 })), text => {
      for (const { browser, level, file } of files)
        if (file !== null) expect(differences(level, file, text, browser)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('cookies older than the levels are treated as the level treats them, but for Block All', () => {
  for (const level of IE_LEVELS) {
    const context = { party: 'third-party', lifetime: 'persistent' } as const
    for (const legacy of ['id=1', 'ID=OPT_OUT', 'id=opt_out']) {
      const own = ie6.decide(level, { ...context, legacy }, null).action
      const theirs = agentFor(level).decide({ ...context, legacy }, null).action
      if (level === 'block-all') expect([own, theirs]).toEqual(['reject', legacy === 'ID=OPT_OUT' ? 'accept' : 'leash'])
      else expect(theirs).toBe(own)
    }
  }
})
