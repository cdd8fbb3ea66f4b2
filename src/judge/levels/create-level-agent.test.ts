import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEGAL_TOKENS } from '../../codec/compact/index.ts'
import { LEVEL_PARTIES, LIFETIMES, type Standing } from '../../model/index.ts'
import { ie6 } from '../agents/internet-explorer/agent.ts'
import { LEVEL_AGENTS } from '../agents.ts'

const tokens = fc.array(
  fc.oneof(
    fc.constantFrom(...LEGAL_TOKENS.keys()),
    fc.constantFrom('CURa', 'PHYo', 'FINa', 'CUS', 'CUSi', 'AMZN', 'con', 'CONx'),
  ),
  { maxLength: 12 },
)

const headers = fc.oneof(
  tokens.map(list => `CP="${list.join(' ')}"`),
  tokens.map(list => `policyref="/w3c/p3p.xml", CP=${list.join(' ')}`),
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

/** The two definitions of an unsatisfactory policy, written out over the tokens as they stand. */
function standingByDefinition(list: readonly string[]): Standing {
  if (list.length === 0) return 'no-policy'
  const has = (token: string) => list.includes(token)
  const uses = ['SAM', 'OTR', 'UNR', 'PUB', 'IVA', 'IVD', 'CON', 'TEL', 'OTP']
  const optional = ['ADM', 'DEV', 'TAI', 'PSA', 'PSD', 'IVA', 'IVD', 'CON', 'HIS', 'TEL', 'OTP', 'CUS']
  const purposes = ['CUR', ...optional.flatMap(purpose => ['', 'a', 'i', 'o'].map(suffix => purpose + suffix))]
  const identifies = ['PHY', 'ONL', 'GOV', 'FIN'].some(has)
  const noPurpose = !purposes.some(has)
  const badImplicit = identifies && (noPurpose || uses.some(use => has(use) || has(`${use}a`)))
  const badExplicit = identifies && (noPurpose || uses.some(use => has(use) || has(`${use}a`) || has(`${use}o`)))
  return badImplicit ? 'no-consent' : badExplicit ? 'opt-out' : 'opt-in'
}

test('Internet Explorer finds in a policy what its definitions say', () => {
  fc.assert(
    fc.property(tokens, list => {
      expect(ie6.standing(`CP="${list.join(' ')}"`)).toBe(standingByDefinition(list))
    }),
    { numRuns: 2000 },
  )
})

describe.each(LEVEL_AGENTS.map(agent => [agent.id, agent] as const))('%s', (_, agent) => {
  test('judges any header at all, and says the same in every way of asking', () => {
    fc.assert(
      fc.property(headers, header => {
        const report = agent.report(header)
        expect(report.levels).toBe(agent.verdicts(header))
        expect(report.levels).toBe(agent.table(report.standing))
        expect(JSON.parse(JSON.stringify(report))).toEqual(report)
        for (const level of agent.levels)
          for (const party of LEVEL_PARTIES)
            for (const lifetime of LIFETIMES)
              expect(agent.decide(level, { party, lifetime }, header)).toEqual(report.levels[level]?.[party][lifetime])
      }),
      { numRuns: 300 },
    )
  })

  test('every refusal for want of a choice can be looked up, and every acceptance needs no repair', () => {
    fc.assert(
      fc.property(headers, header => {
        const { levels, reasons, repairs, standing } = agent.report(header)
        const cells = Object.values(levels).flatMap(cell => LEVEL_PARTIES.flatMap(party => Object.values(cell[party])))
        for (const { action, reason } of cells) {
          if (action === 'accept' || (reason !== 'no-opt-out' && reason !== 'no-opt-in')) continue
          const { categories, purposes, recipients, noPurpose } = reasons[reason]
          expect(categories.length + purposes.length + recipients.length + Number(noPurpose)).toBeGreaterThan(0)
        }
        if (standing === 'opt-in' || standing === 'no-policy') expect(repairs).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['tokens', `CP="${'CON PHY '.repeat(8000)}"`],
    ['unknown words', `CP="${Array.from({ length: 9000 }, (_, at) => `x${at}`).join(' ')}"`],
    ['quotation marks', `CP=${'"'.repeat(65_000)}`],
    ['spaces', `CP${' '.repeat(65_000)}=`],
    ['the letters CP', 'CP '.repeat(22_000)],
    ['names of objects', 'CP="__proto__ constructor toString PHY CON"'],
  ])('is not troubled by %s', (_, header) => {
    const report = agent.report(header)
    expect(Object.keys(report.levels)).toEqual(agent.levels)
  })
})
