import { describe, expect, test } from 'vitest'
import { cli, LANGUAGES } from '../messages/index.ts'
import { COMMON_OPTIONS } from './read-arguments.ts'
import type { Verb } from './verb.ts'
import { VERBS, type VerbName } from './verbs.ts'

/** Options of other verbs that a help may speak of. */
const LENT: Partial<Record<VerbName, readonly string[]>> = { lab: ['cases'] }

const named = (help: string): readonly string[] => [...help.matchAll(/--([a-z][a-z-]*)/g)].map(([, name = '']) => name)

describe.each(Object.keys(VERBS) as VerbName[])('the help of %s', name => {
  test.each(LANGUAGES)('names every option there is, and no other (%s)', async language => {
    const { verb }: { verb: Verb } = await VERBS[name]()
    const told = new Set(named(cli[language][`help.${name}`]))
    const known = Object.keys({ ...COMMON_OPTIONS, ...verb.options }).filter(option => option !== 'help')
    expect(known.filter(option => !told.has(option))).toEqual([])
    expect([...told].filter(option => !known.includes(option) && !LENT[name]?.includes(option))).toEqual([])
  })

  test.each(LANGUAGES)('says how it is used, and what the exit codes mean (%s)', language => {
    const help = cli[language][`help.${name}`]
    expect(help).toContain(language === 'en' ? '\nUsage: candor ' : '\nУпотреба: candor ')
    expect(help).toMatch(language === 'en' ? /\nExit code: 0 / : /\nИзходен код: 0 /)
    expect(help).toMatch(language === 'en' ? /\nExamples?:\n {2}/ : /\nПример(?:и)?:\n {2}/)
  })
})
