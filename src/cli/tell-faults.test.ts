import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SOUND } from '../../test/support/policy-of.ts'
import { type Given, runVerb } from '../../test/support/run-verb.ts'
import { verb as build } from './build.ts'
import { verb as check } from './check.ts'
import { verb as gateway } from './gateway.ts'
import { verb as judge } from './judge.ts'
import { verb as observe } from './observe.ts'
import { verb as serve } from './serve.ts'
import { type Verb, WrongUse } from './verb.ts'

const folder = mkdtempSync(join(tmpdir(), 'candor-faults-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const [BASKET] = SOUND.cookies ?? []
const DECLARATIONS = {
  'that does not end': 'site: [',
  'whose terms there are not': 'candor: 1\neffective: "2026-11-22"\naccess: sometimes\nsite: { name: 7 }\nzoo: 1\n',
  'that declares two cookies which are one': JSON.stringify(
    { ...SOUND, cookies: [BASKET, { ...BASKET, path: '/' }] },
    null,
    2,
  ),
} as const

/** The lines that name a place in the file, of those that keep it from being used. */
const faultsIn = (told: string): readonly string[] =>
  told.split('\n').filter(line => /^candor\.yaml:\d+:\d+ error /.test(line))

async function told(verb: Verb, words: readonly string[], given: Given): Promise<string> {
  let talk = ''
  const { out } = await runVerb(verb, words, { ...given, cwd: folder, hear: text => (talk += text) }).catch(error => {
    if (error instanceof WrongUse) return { out: '' }
    throw error
  })
  return out + talk
}

describe.each(Object.entries(DECLARATIONS))('a declaration %s', (_, source) => {
  const checked = async () => {
    writeFileSync(join(folder, 'candor.yaml'), source)
    return faultsIn(await told(check, ['candor.yaml'], {}))
  }

  test.each<[string, Verb, readonly string[], Given]>([
    ['build', build, [], { values: { out: 'out' } }],
    ['serve', serve, [], { values: { port: '0' } }],
    ['gateway', gateway, [], { values: { port: '0', to: 'http://127.0.0.1:9' } }],
    ['observe', observe, ['http://127.0.0.1:9/'], {}],
    ['observe --declaration', observe, ['http://127.0.0.1:9/'], { values: { declaration: 'candor.yaml' } }],
    ['judge', judge, ['candor.yaml'], {}],
    ['judge --preferences', judge, ['candor.yaml'], { values: { preferences: 'strict' } }],
  ])('is told by %s, line by line, as check tells it', async (_, verb, words, given) => {
    const expected = await checked()
    expect(expected.length).toBeGreaterThan(0)
    expect(faultsIn(await told(verb, words, given))).toEqual(expected)
  })
})

test('where a person watches, the line is shown with what is wrong in it', async () => {
  writeFileSync(join(folder, 'candor.yaml'), 'candor: 1\naccess: sometimes\n')
  for (const [verb, words] of [
    [serve, []],
    [observe, ['http://127.0.0.1:9/']],
    [judge, ['candor.yaml']],
  ] as const)
    expect(await told(verb, words, { interactive: true })).toContain(
      '    2 | access: sometimes\n      |         ^^^^^^^^^\n',
    )
})
