import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verb } from '../src/cli/receipts.ts'
import type { Receipt } from '../src/model/index.ts'
import { openReceipts, type ReceiptPlace } from '../src/store/index.ts'
import { choiceAt } from './support/choices.ts'
import { hasPostgres, type Postgres, startPostgres } from './support/postgres.ts'
import { type Given, runVerb } from './support/run-verb.ts'

const home = mkdtempSync(join(tmpdir(), 'candor-receipts-verb-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const SUBJECT = 'anna-0123456789'

async function fill(place: ReceiptPlace): Promise<void> {
  const store = await openReceipts(place)
  const bySignal = { decisions: { ads: 'refused' }, how: 'signal', text: null } as const
  await store.append(choiceAt('shop.example', { subject: SUBJECT, ...bySignal }))
  await store.append(choiceAt('shop.example'))
  await store.append(choiceAt('news.example', { at: '2026-12-24T18:00:00.000Z' }))
  await store.close()
}

/** The same words and answers wherever receipts are kept. */
function verbContract(candor: (words: readonly string[], given?: Given) => ReturnType<typeof runVerb>): void {
  test('verify tells that every chain is whole, and for programs where each ends', async () => {
    const told = await candor(['verify'])
    expect(told).toMatchObject({ code: 0, talk: '' })
    expect(told.out).toBe('3 receipts in 2 chains.\nEvery chain is whole.\n')
    const json = JSON.parse((await candor(['verify'], { values: { json: true } })).out)
    expect(json).toMatchObject({ valid: true, receipts: 3, erased: 0, faults: [] })
    expect(json.heads).toHaveLength(2)
  })

  test('verify misses what stood there when the heads were kept', async () => {
    const heads = JSON.parse((await candor(['verify'], { values: { json: true } })).out).heads
    const file = join(home, 'heads.json')
    writeFileSync(file, JSON.stringify({ heads: [...heads, { ...heads[0], writer: 'gone', length: 7 }] }))
    const told = await candor(['verify'], { values: { heads: file } })
    expect(told.code).toBe(1)
    expect(told.out).toContain('news.example, chain gone: receipts 1–7 are missing.')
    const bulgarian = await candor(['verify'], { values: { heads: file }, language: 'bg' })
    expect(bulgarian.out).toContain('липсват записи 1–7')
  })

  test('export writes a receipt a line, of the site and time asked for', async () => {
    const receipts = (out: string) =>
      out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as Receipt)
    expect(receipts((await candor(['export'])).out).map(({ site }) => site)).toEqual([
      'news.example',
      'shop.example',
      'shop.example',
    ])
    expect(receipts((await candor(['export'], { values: { since: '2026-12-01' } })).out)).toMatchObject([
      { site: 'news.example', sequence: 1 },
    ])
    expect((await candor(['export'], { values: { site: 'other.example' } })).out).toBe('')
  })

  test('stats counts, in words and for programs', async () => {
    expect(JSON.parse((await candor(['stats'], { values: { json: true } })).out)).toMatchObject({
      receipts: 3,
      how: { button: 2, signal: 1 },
      practices: { ads: { granted: 0, refused: 1 }, marketing: { granted: 0, refused: 2 } },
    })
    expect((await candor(['stats'], { language: 'bg' })).out).toContain('сигнал на браузъра')
  })

  test('show tells all of one visitor; erase removes them, and the chain still verifies', async () => {
    const shown = await candor(['show', SUBJECT])
    expect(shown.out).toContain('ads: refused')
    expect(shown.out).toMatch(/browser signal +bg +not known +ads: refused/)
    expect((await candor(['erase', SUBJECT])).out).toBe(
      'The person is gone from 1 receipt. Its place in the chain stays.\n',
    )
    expect(JSON.parse((await candor(['show', SUBJECT], { values: { json: true } })).out)).toEqual([])
    expect((await candor(['show', SUBJECT])).talk).toBe(`Nothing is kept of ${SUBJECT}.\n`)
    expect((await candor(['export'])).out).not.toContain(SUBJECT)
    expect((await candor(['verify'])).out).toContain('3 receipts in 2 chains, 1 of them erased.\nEvery chain is whole.')
    expect(JSON.parse((await candor(['erase', SUBJECT], { values: { json: true } })).out)).toEqual({ erased: 0 })
  })
}

describe('candor receipts of a folder', () => {
  const folder = join(home, 'folder')
  beforeAll(() => fill({ folder }))
  verbContract((words, { values, ...given } = {}) =>
    runVerb(verb, words, { cwd: home, values: { data: 'folder', ...values }, ...given }),
  )

  test('a folder that another process uses: a sentence with the process, exit 3', async () => {
    const store = await openReceipts({ folder })
    const told = await runVerb(verb, ['verify'], { values: { data: folder } })
    expect(told).toMatchObject({ code: 3, out: '' })
    expect(told.talk).toContain(`in use by process ${process.pid}`)
    await store.close()
  })

  test('a database that is damaged: a sentence that says how to mend it, exit 3', async () => {
    writeFileSync(join(folder, 'pglite/global/pg_control'), 'nonsense')
    const told = await runVerb(verb, ['verify'], { values: { data: folder } })
    expect(told).toMatchObject({ code: 3, out: '' })
    expect(told.talk).toContain('move that folder away')
    rmSync(join(folder, 'pglite'), { recursive: true })
    expect((await runVerb(verb, ['verify'], { values: { data: folder } })).code).toBe(0)
  })
})

describe.skipIf(!hasPostgres)('candor receipts of a PostgreSQL database', () => {
  let server: Postgres
  beforeAll(async () => {
    server = await startPostgres()
    await fill({ url: server.url, folder: '' })
  })
  afterAll(() => server?.stop())
  verbContract((words, given) => runVerb(verb, words, { ...given, env: { DATABASE_URL: server.url } }))

  test('a database that is not there: a sentence, exit 3', async () => {
    const told = await runVerb(verb, ['stats'], { env: { DATABASE_URL: server.url.replace(/postgres$/, 'nowhere') } })
    expect(told.code).toBe(3)
    expect(told.talk).toContain('"nowhere" does not exist')
  })
})

describe('candor receipts', () => {
  test.each([
    [[], {}, 'say what to do with the receipts'],
    [['burn'], {}, 'there is no "receipts burn"'],
    [['show'], {}, 'say whose'],
    [['verify', 'all'], {}, '"all" is one word too many'],
    [['toString'], {}, 'there is no'],
  ])('%j: what is wrong is said in a sentence', async (words, values, says) => {
    await expect(runVerb(verb, words, { values, cwd: home })).rejects.toThrow(says)
  })

  test('a folder without receipts: a sentence, exit 2, and nothing is made', async () => {
    const told = await runVerb(verb, ['verify'], { cwd: home, values: { data: 'none' } })
    expect(told).toMatchObject({ code: 2, out: '' })
    expect(told.talk).toContain(`there are no receipts in ${join(home, 'none')}`)
  })

  test('a server that does not answer: a sentence without the password, exit 3', async () => {
    const told = await runVerb(verb, ['verify'], { env: { DATABASE_URL: 'postgres://me:secret@127.0.0.1:9/db' } })
    expect(told).toMatchObject({ code: 3, out: '' })
    expect(told.talk).toContain('127.0.0.1:9/db does not answer')
    expect(told.talk).not.toContain('secret')
  })

  test('an address that is none: a sentence, without a try', async () => {
    const mysql = { DATABASE_URL: 'mysql://127.0.0.1/db' }
    await expect(runVerb(verb, ['verify'], { env: mysql })).rejects.toThrow('must begin with postgres://')
  })
})
