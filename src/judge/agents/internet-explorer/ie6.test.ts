import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LEVEL_PARTIES, type LevelAction, LIFETIMES } from '../../../model/index.ts'
import { ie6, ie8 } from './agent.ts'
import { partyOf } from './party.ts'

type Cells = readonly [string, string, string, string]
interface Vectors {
  readonly pages: readonly {
    readonly site: string
    readonly policy: string
    readonly cells: Readonly<Record<string, Cells>>
    readonly because: Readonly<Record<'categories' | 'purposes' | 'recipients', readonly string[]>>
  }[]
  readonly tablesWithoutTokens: readonly {
    readonly site: string
    readonly cells: Readonly<Record<string, readonly (string | null)[]>>
  }[]
  readonly truthTable: readonly (Readonly<Record<'low' | 'medium' | 'medium-high' | 'high' | 'about', string>> & {
    readonly policy: string | null
  })[]
}

const vectors = JSON.parse(
  readFileSync(new URL('../../../../test/vectors/published-verdicts.json', import.meta.url), 'utf8'),
) as Vectors

const SLIDER = ['low', 'medium', 'medium-high', 'high'] as const
const LETTERS: Partial<Record<LevelAction, string>> = { accept: 'A', downgrade: 'D', leash: 'L', reject: 'X' }

const cellsOf = (header: string, agent = ie6) => {
  const verdicts = agent.verdicts(header)
  return (level: string) =>
    LEVEL_PARTIES.flatMap(party =>
      LIFETIMES.map(lifetime => {
        const verdict = verdicts[level]?.[party][lifetime]
        return { letter: LETTERS[verdict?.action ?? 'prompt'], reason: verdict?.reason }
      }),
    )
}
const lettersOf = (header: string, level: string, agent = ie6) =>
  cellsOf(
    header,
    agent,
  )(level)
    .map(({ letter }) => letter)
    .join('')

describe('pages that printed their own verdicts come out as printed', () => {
  test.each(vectors.pages.map(page => [page.site, page] as const))('%s', (_, page) => {
    const cells = cellsOf(`CP="${page.policy}"`)
    for (const level of SLIDER)
      expect(cells(level).map(({ letter, reason }) => `${letter} ${reason}`)).toEqual(page.cells[level])
    expect(ie6.report(page.policy).because).toMatchObject(page.because)
  })
})

test.each(vectors.tablesWithoutTokens.map(page => [page.site, page] as const))(
  'the table of %s is that of a policy without any choice',
  (_, { cells: printed }) => {
    const cells = cellsOf('CP="CUR CON PHY"')
    for (const level of SLIDER)
      for (const [at, { letter, reason }] of cells(level).entries())
        if (printed[level]?.[at] !== null) expect(`${letter} ${reason}`).toBe(printed[level]?.[at])
  },
)

describe('the truth table', () => {
  test.each(vectors.truthTable.map(row => [row.about, row] as const))('%s', (_, row) => {
    const header = row.policy === null ? 'policyref="/w3c/p3p.xml"' : `CP="${row.policy}"`
    for (const level of SLIDER) expect(lettersOf(header, level)).toBe(row[level])
    expect(lettersOf(header, 'accept-all')).toBe('AAAA')
    expect(lettersOf(header, 'block-all')).toBe('XXXX')
  })
})

test('what a cell blames can be looked up by its reason', () => {
  const { levels, reasons } = ie6.report('CP="CONo SAMa PHY OUR"')
  expect(levels['medium']?.['first-party'].persistent.reason).toBe('no-opt-out')
  expect(reasons['no-opt-out']).toMatchObject({ categories: ['PHY'], purposes: [], recipients: ['SAM'] })
  expect(levels['high']?.['first-party'].persistent.reason).toBe('no-opt-in')
  expect(reasons['no-opt-in']).toMatchObject({ categories: ['PHY'], purposes: ['CON'], recipients: ['SAM'] })
})

describe('what is objectionable', () => {
  const isSatisfactory = (policy: string) => ie6.report(`CP="${policy}"`).satisfactory

  test.each(['PHY', 'ONL', 'GOV', 'FIN'])('%s identifies a person', category => {
    expect(isSatisfactory(`CUR CON OUR ${category}`)).toBe(false)
  })
  test.each(['UNI', 'PUR', 'LOC', 'DEM', 'HEA', 'POL', 'STA'])('%s does not', category => {
    expect(isSatisfactory(`CUR CON OUR ${category}`)).toBe(true)
  })
  test.each(['SAM', 'OTR', 'UNR', 'PUB', 'IVA', 'IVD', 'CON', 'TEL', 'OTP'])('%s wants a choice', use => {
    expect(['', 'a', 'o', 'i'].map(suffix => isSatisfactory(`CUR ${use}${suffix} ONL`))).toEqual([
      false,
      false,
      false,
      true,
    ])
  })
  test.each(['DEL', 'PSA', 'PSD', 'TAI', 'HIS', 'ADM', 'DEV'])('%s does not', use => {
    expect(isSatisfactory(`CUR ${use} ONL`)).toBe(true)
  })
  test('one use without a choice spoils the others', () => {
    expect(lettersOf('CP="CUR CONi TELi SAM PHY"', 'medium')).toBe('DAXX')
  })
  test('saying that nothing is identified does not help', () => {
    expect(isSatisfactory('NOI NID CON PHY')).toBe(false)
  })
})

describe('identifying data without any purpose', () => {
  test('are blamed for that', () => {
    const report = ie6.report('CP="NOI PHY OUR IND"')
    expect(report.because).toMatchObject({ categories: ['PHY'], purposes: [], recipients: [], noPurpose: true })
    expect(lettersOf('CP="NOI PHY OUR IND"', 'medium')).toBe('DAXX')
  })
  test('any purpose will do, in any form, the obsolete one too', () => {
    for (const purpose of ['CUR', 'ADMa', 'DEVo', 'TAIi', 'PSA', 'HIS', 'CUS', 'CUSo'])
      expect(lettersOf(`CP="NOI ${purpose} PHY OUR IND"`, 'high')).toBe('AAAA')
  })
  test('CURa is no token and states none', () => {
    expect(lettersOf('CP="NOI CURa PHY OUR IND"', 'medium')).toBe('DAXX')
  })
})

describe('tokens are matched letter by letter', () => {
  test.each(['FINa', 'PHYo', 'phy', 'Phy', 'AMZN'])('%s is not seen', token => {
    expect(lettersOf(`CP="CUR CON ${token}"`, 'high')).toBe('AAAA')
  })
  test('a policy of unknown words only is a policy, and satisfactory', () => {
    expect(lettersOf('CP="This is not a P3P policy!"', 'high')).toBe('AAAA')
  })
  test('an empty policy is none', () => {
    expect(lettersOf('CP=""', 'medium')).toBe('LAXX')
  })
})

describe('what comes before the policy', () => {
  const facts = 'CP="CON PHY"'
  const context = { party: 'third-party', lifetime: 'persistent' } as const

  test('a rule for the site overrides the levels, but neither end of the slider', () => {
    for (const level of SLIDER)
      expect(ie6.decide(level, { ...context, siteRule: 'accept' }, facts)).toMatchObject({
        action: 'accept',
        reason: 'site-rule',
      })
    expect(ie6.decide('block-all', { ...context, siteRule: 'accept' }, facts).action).toBe('reject')
    expect(ie6.decide('accept-all', { ...context, siteRule: 'reject' }, facts).action).toBe('accept')
  })
  test('old cookies are leashed, except the one opt-out cookie, letter for letter', () => {
    expect(ie6.decide('low', { ...context, legacy: 'id=1' }, null)).toMatchObject({ action: 'leash', reason: 'legacy' })
    expect(ie6.decide('high', { ...context, legacy: 'ID=OPT_OUT' }, null).action).toBe('accept')
    for (const almost of ['id=OPT_OUT', 'ID =OPT_OUT', 'ID=OPT_OUT '])
      expect(ie6.decide('high', { ...context, legacy: almost }, null).action).toBe('leash')
    expect(ie6.decide('block-all', { ...context, legacy: 'ID=OPT_OUT' }, null).action).toBe('reject')
  })
})

describe('parties', () => {
  test.each([
    ['www.shop.example', 'img.shop.example', 'first-party'],
    ['shop.example', 'www.shop.example', 'first-party'],
    ['a.co.uk', 'b.co.uk', 'third-party'],
    ['127.0.0.1', '127.0.0.2', 'third-party'],
    ['localhost', 'localhost', 'first-party'],
  ])('%s on a page of %s is %s', (host, top, party) => {
    expect(partyOf(host, top)).toBe(party)
  })
})

test('Internet Explorer 8 differs from 6 in what Medium wants of third parties, and in nothing else', () => {
  const optOut = 'CP="CUR CONo PHY"'
  expect(lettersOf(optOut, 'medium')).toBe('AAAA')
  expect(lettersOf(optOut, 'medium', ie8)).toBe('AAXX')
  for (const header of [optOut, 'CP="CON PHY"', 'CP="CUR CONi PHY"', 'policyref="x"'])
    for (const level of ['accept-all', 'low', 'medium-high', 'high', 'block-all'])
      expect(lettersOf(header, level, ie8)).toBe(lettersOf(header, level))
})

test('verdicts are shared and cannot be changed', () => {
  const verdicts = ie6.verdicts('CP="CON PHY"')
  expect(ie6.verdicts('CP="TEL ONL"')).toBe(verdicts)
  expect(Object.isFrozen(verdicts['low']?.['first-party'].session)).toBe(true)
})
