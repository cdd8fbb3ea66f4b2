import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DECLARATION, openShop } from '../examples/shop/shop.ts'
import { verb as check } from '../src/cli/check.ts'
import { verb as init } from '../src/cli/init.ts'
import { verb as observe } from '../src/cli/observe.ts'
import { WrongUse } from '../src/cli/verb.ts'
import { chromiumPath } from './support/chromium.ts'
import { runVerb } from './support/run-verb.ts'

const SHOP = 'https://shop.example/'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-observe-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return name
}

type Values = Readonly<Record<string, string | boolean>>

const run = (verb: typeof observe, words: readonly string[], values: Values) =>
  runVerb(verb, words, { values, cwd: folder, env: process.env as Record<string, string> })

describe('a person who asks for what cannot be', () => {
  test.each<[string, readonly string[], Values, RegExp]>([
    ['no site', [], {}, /which site/],
    ['half an address', ['shop.example'], {}, /"shop\.example" is no address/],
    ['a file', ['file:///etc/passwd'], {}, /no address of a site/],
    ['an unknown state', [SHOP], { states: 'before,later' }, /--states takes before, accepted, .*not "later"/],
    ['an unknown browser', [SHOP], { engine: 'safari' }, /--engine takes chromium, firefox, webkitgtk, not "safari"/],
    ['no number', [SHOP], { depth: 'all' }, /--depth takes a number, not "all"/],
    ['no page at all', [SHOP], { pages: '0' }, /--pages takes a number from 1 up, not "0"/],
    ['no time at all', [SHOP], { time: '0' }, /--time takes a number from 1 up, not "0"/],
    ['no proxy', [SHOP], { proxy: 'socks5://a' }, /--proxy takes HOST:PORT/],
    ['two sources of pages', [SHOP], { sitemap: true, list: 'pages.txt' }, /give one/],
    ['a list that is not there', [SHOP], { list: 'none.txt' }, /cannot read none\.txt: there is no such file/],
    ['an unknown weight', [SHOP], { 'fail-on': 'all' }, /--fail-on takes/],
    ['a declaration that is not there', [SHOP], { declaration: 'none.yaml' }, /cannot read none\.yaml/],
    ['a baseline that is not there', [SHOP], { baseline: 'none.yaml' }, /cannot read none\.yaml/],
    ['a script that is not there', [SHOP], { script: 'none.mjs' }, /cannot read none\.mjs: there is no such file/],
    ['a baseline without a reason', [SHOP], { 'write-baseline': 'b.yaml' }, /wants --reason/],
    ['a day that is none', [SHOP], { 'write-baseline': 'b.yaml', reason: 'x', until: 'soon' }, /not "soon"/],
  ])('%s: is told so before any browser starts', async (_, words, values, said) => {
    await expect(run(observe, words, values)).rejects.toThrow(WrongUse)
    await expect(run(observe, words, values)).rejects.toThrow(said)
  })

  test('files that hold something else are told to be unfit, with the reason', async () => {
    for (const [values, said] of [
      [{ list: fileOf('empty.txt', '# nothing\n\n') }, /holds no address/],
      [{ list: fileOf('half.txt', 'shop.example\n') }, /is no address/],
      [{ declaration: fileOf('bad.yaml', 'candor: 1\n') }, /bad\.yaml cannot be compiled/],
      [{ baseline: fileOf('bad-baseline.yaml', 'findings: 7\n') }, /cannot use bad-baseline\.yaml/],
      [{ ocd: fileOf('bad.csv', 'a,b\n') }, /cannot use bad\.csv/],
      [{ script: fileOf('no-default.mjs', 'export const a = 1\n') }, /no default function/],
    ] as const)
      await expect(run(observe, [SHOP], values)).rejects.toThrow(said)
  })

  test('init does not write over a declaration, and says so before it looks', async () => {
    fileOf('there.yaml', 'candor: 1\n')
    await expect(run(init, [SHOP], { out: 'there.yaml' })).rejects.toThrow(/already there/)
    await expect(run(init, [SHOP, SHOP], {})).rejects.toThrow(/one address/)
  })
})

describe.skipIf(chromiumPath === undefined)('looking from the command line (needs a Chromium)', () => {
  const shops = {} as Record<'kept' | 'broken', Awaited<ReturnType<typeof openShop>>>
  beforeAll(async () => {
    shops.kept = await openShop('kept')
    shops.broken = await openShop('broken')
  })
  afterAll(async () => {
    await shops.kept?.close()
    await shops.broken?.close()
  })
  const look = (variant: 'kept' | 'broken', values: Values) => ({
    proxy: shops[variant].proxy,
    insecure: true,
    pages: '1',
    states: 'before',
    ...values,
  })

  test('of a shop that keeps its word it says so, and ends with 0', async () => {
    const { code, out, talk } = await run(observe, [SHOP], look('kept', { declaration: DECLARATION }))
    expect(out).toMatch(/^https:\/\/shop\.example\/ keeps its word/)
    // What was not asked for is not missing.
    expect(out).not.toContain('Not seen')
    expect(out).not.toContain('state-not-seen')
    expect(talk).toBe('')
    expect(code).toBe(0)
  })

  test('of one that breaks it: findings in every form, and 1', async () => {
    const files = { sarif: 'o.sarif', junit: 'o.xml', html: 'o.html' }
    const values = look('broken', { declaration: DECLARATION, json: true, ...files })
    const { code, out } = await run(observe, [SHOP], values)
    expect(code).toBe(1)
    const { sites, findings } = JSON.parse(out)
    expect(sites[0]).toMatchObject({ url: SHOP, pages: [SHOP], states: { before: 'seen' } })
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'cookie-undeclared',
        severity: 'error',
        subject: 'cookie _trk',
        file: DECLARATION,
      }),
    )
    const read = (name: string) => readFileSync(join(folder, name), 'utf8')
    expect(JSON.parse(read('o.sarif'))).toMatchObject({ version: '2.1.0' })
    expect(JSON.parse(read('o.sarif')).runs[0].results).toHaveLength(findings.length)
    expect(read('o.xml')).toMatch(/^<\?xml .*<testsuites?/s)
    expect(read('o.html').slice(0, 15)).toMatch(/<!doctype html>/i)
    expect(out, 'no value is told').not.toContain('a4f9c2e17b60')
  })

  test('a baseline lets pass what was found, for the reason given, until its day', async () => {
    const values = look('broken', { declaration: DECLARATION })
    const written = { 'write-baseline': 'baseline.yaml', reason: 'Known, mended next month', until: '2999-12-31' }
    expect((await run(observe, [SHOP], { ...values, ...written })).code).toBe(1)
    const passed = await run(observe, [SHOP], { ...values, baseline: 'baseline.yaml' })
    expect(passed.out).toContain('let pass by the baseline')
    expect(passed.code).toBe(0)
    fileOf('old.yaml', readFileSync(join(folder, 'baseline.yaml'), 'utf8').replaceAll('2999', '2020'))
    expect((await run(observe, [SHOP], { ...values, baseline: 'old.yaml' })).code).toBe(1)
  })

  test('without a declaration it tells what was seen, and compares nothing', async () => {
    const { code, out, talk } = await run(observe, [SHOP], look('broken', {}))
    expect(talk).toContain('candor init https://shop.example/')
    expect(out).toContain('there is no declaration to compare it with')
    for (const seen of ['_trk', '__uid', 'tracker.example', 'birthday']) expect(out).toContain(`\n  ${seen}  `)
    expect(code).toBe(0)
  })

  test('a site that is not there, and a state that cannot be reached, end with 3', async () => {
    const nowhere = await run(observe, ['https://nowhere.example/'], look('kept', {}))
    expect(nowhere.talk).toContain('Could not look at https://nowhere.example/')
    expect(nowhere.code).toBe(3)
    const values = look('kept', { states: 'before,refused' })
    const unasked = await run(observe, [`${SHOP}notice/en/`], values)
    expect(unasked.talk).toContain('Could not look at everything asked for: refused')
    expect(unasked.code).toBe(3)
  })

  test('init drafts a declaration of what is seen, with nothing but questions open', async () => {
    const { code } = await run(init, [SHOP], look('broken', { out: 'draft.yaml', states: 'before,accepted' }))
    expect(code).toBe(0)
    const draft = readFileSync(join(folder, 'draft.yaml'), 'utf8')
    for (const seen of ['_trk', '_fp', '_visit', 'aid', '__uid', 'tracker.example', 'Birthday'])
      expect(draft).toContain(seen)
    const checked = await runVerb(check, ['draft.yaml'], { values: { json: true }, cwd: folder })
    const { issues } = JSON.parse(checked.out) as { issues: readonly { code: string; severity: string }[] }
    const others = issues.filter(({ severity, code }) => severity === 'error' && !code.startsWith('question-'))
    expect(others).toEqual([])
  })
})
