import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { decodeCompact, errorClassOf } from '../codec/compact/index.ts'
import { classify } from './classify.ts'
import { digest } from './digest.ts'
import { CLASSES } from './error-classes.ts'
import type { SurveyRecord } from './read/index.ts'
import { readSummaries } from './read-summary.ts'
import { mergeSummaries, type Summary } from './summary.ts'
import { survey } from './survey.ts'
import { Tally } from './tally.ts'

const folder = mkdtempSync(join(tmpdir(), 'candor-survey-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array) {
  const path = join(folder, name)
  writeFileSync(path, content)
  return { path }
}

const counted = (records: readonly SurveyRecord[], limits = {}): Summary => {
  const tally = new Tally(limits)
  for (const record of records) tally.add(record)
  return tally.summary()
}

const TOKENS = [
  'NOI',
  'NID',
  'ALL',
  'DSP',
  'COR',
  'CUR',
  'CURa',
  'ADM',
  'CONi',
  'CONo',
  'CON',
  'OUR',
  'SAM',
  'IND',
  'STP',
  'PHY',
  'NAV',
  'STA',
  'TST',
  'xyz',
  '{',
  '}',
  'our',
  'CUSo',
  'not',
  'ADM,DEV',
  'http://x.example/?a=1',
  'policy!',
]
const header = fc.oneof(
  fc.array(fc.constantFrom(...TOKENS), { maxLength: 9 }).map(tokens => `CP="${tokens.join(' ')}"`),
  fc.constantFrom('CP="CAO PSA OUR"', 'policyref="/w3c/p3p.xml"', "CP='NOI", 'This is not a P3P policy!', ''),
  fc.string({ maxLength: 30 }),
)
const record = fc.record({
  site: fc.option(fc.constantFrom('a.example', 'b.example', 'c.example', 'd.example')),
  header: fc.option(header),
})

describe('what a header says', () => {
  test('the quick way and the careful reader find the same classes of error', () => {
    fc.assert(
      fc.property(header, value => {
        let careful = 0
        for (const { code } of decodeCompact(value).issues) {
          const found = errorClassOf(code)
          if (found !== null) careful |= CLASSES[found]
        }
        const { policy, errors } = classify(value)
        if (policy) expect(errors).toBe(careful)
      }),
      { numRuns: 1000 },
    )
  })

  test('the advice that thousands copied lacks a retention and a category', () => {
    const { errors, lacking } = classify('CP="CAO PSA OUR"')
    expect(errors).toBe(CLASSES.missing)
    expect(lacking).toBe(0b11000)
  })
})

describe('summaries add up', () => {
  const limits = { values: 5, sites: 3 }

  test('the summary of two parts, merged, is the summary of the whole, also where only a sample is kept', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 40 }), fc.nat(40), (records, cut) => {
        const merged = mergeSummaries(counted(records.slice(0, cut), limits), counted(records.slice(cut), limits))
        expect(merged).toEqual(counted(records, limits))
      }),
    )
  })

  test('it does not matter which part comes first', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 30 }), fc.array(record, { maxLength: 30 }), (a, b) => {
        expect(mergeSummaries(counted(a, limits), counted(b, limits))).toEqual(
          mergeSummaries(counted(b, limits), counted(a, limits)),
        )
      }),
    )
  })

  test('a summary survives being written and read; anything else is refused', () => {
    const summary = counted([{ site: 'a.example', header: 'CP="NOI"' }])
    const line = JSON.stringify(summary)
    expect(readSummaries(`${line}\n${line}\n`)).toEqual([summary, summary])
    expect(readSummaries(JSON.stringify({ ...summary, digest: digest(summary) }, null, 2))).toEqual([summary])
    for (const text of ['', '{}', 'CP="NOI"', JSON.stringify({ ...summary, errors: [1] })])
      expect(readSummaries(text)).toBeNull()
  })
})

describe('every format tells the same', () => {
  const VALUES = ['CP="CAO PSA OUR"', 'CP="NOI DSP COR NID"', 'CP="CAO PSA OUR"']
  const asHar = JSON.stringify({
    log: {
      version: '1.2',
      entries: VALUES.map((value, index) => ({
        request: { method: 'GET', url: `https://s${index}.example/` },
        response: { status: 200, headers: [{ name: 'p3p', value }], content: { text: '{"log":"x"}'.repeat(500) } },
      })),
    },
  })
  const asWarc = VALUES.map((value, index) => {
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nP3P: ${value}\r\n\r\n<p>WARC/1.0\r\n\r\n</p>`
    return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://s${index}.example/\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`
  })
  const sources = {
    values: VALUES.join('\n'),
    'values with the header name and CRLF': VALUES.map(value => `P3P: ${value}\r\n`).join(''),
    ndjson: VALUES.map((value, index) =>
      JSON.stringify({ url: `https://s${index}.example/x`, headers: { P3P: value } }),
    ).join('\n'),
    har: asHar,
    warc: asWarc.join(''),
    'warc, a gzip member a record': Buffer.concat(asWarc.map(one => gzipSync(one))),
    'ndjson, zipped': gzipSync(
      VALUES.map((value, index) => JSON.stringify({ site: `s${index}.example`, p3p: value })).join('\n'),
    ),
  }

  test.each(Object.entries(sources))('%s', async (name, content) => {
    const summary = await survey([file(name.replaceAll(' ', '-'), content)], { workers: 0 })
    expect(summary.unreadable).toBe(0)
    expect(summary.policies).toBe(3)
    expect(summary.lacking).toMatchObject({ retention: 2, category: 2 })
    const { sites, lacking } = digest(summary)
    expect(lacking.filter(({ count }) => count > 0).map(({ group, count }) => [group, count])).toEqual([
      ['retention', 2],
      ['category', 2],
    ])
    if (!name.startsWith('values')) expect(sites).toMatchObject({ all: { count: 3 }, withPolicy: { count: 3 } })
  })

  test('a site is counted once, however many of its answers carry the header', async () => {
    const lines = Array.from({ length: 50 }, () =>
      JSON.stringify({ site: 'one.example', p3p: 'CP="CAO PSA OUR"' }),
    ).join('\n')
    const { sites, policies } = digest(await survey([file('one.ndjson', lines)], { workers: 0 }))
    expect(policies).toBe(50)
    expect(sites).toMatchObject({ all: { count: 1 }, errors: { missing: { count: 1 } } })
  })
})

describe('what cannot be read is told, and the rest is counted', () => {
  test('lines that are no JSON, a HAR cut off, a WARC that breaks', async () => {
    const half = await survey([file('half.ndjson', '{"site":"a.example","p3p":"CP=\\"NOI\\""}\nnonsense\n[]\n')], {
      workers: 0,
    })
    expect(half).toMatchObject({ records: 1, unreadable: 2 })
    const har = await survey(
      [file('cut.har', '{"log":{"entries":[{"request":{"url":"http://a.example/"},"response":{"headers":[]}},{"req')],
      { workers: 0 },
    )
    expect(har).toMatchObject({ records: 1, unreadable: 1 })
    const warc = await survey([file('cut.warc', 'WARC/1.0\r\nContent-Length: -5\r\n\r\n')], { workers: 0 })
    expect(warc).toMatchObject({ records: 0, unreadable: 1 })
  })

  test('a line without end does not fill the memory', async () => {
    async function* endless() {
      for (let i = 0; i < 64; i++) yield Buffer.alloc(1 << 18, 0x61)
      yield Buffer.from('\nCP="NOI"\n')
    }
    const summary = await survey([{ stream: endless() }], { workers: 0, format: 'values' })
    expect(summary).toMatchObject({ policies: 1, unreadable: 1 })
  })

  test('a damaged gzip file is told as such', async () => {
    const zipped = gzipSync('CP="NOI"\n'.repeat(1000))
    const summary = await survey([file('damaged.gz', zipped.subarray(0, zipped.length - 12))], { workers: 0 })
    expect(summary.unreadable).toBe(1)
  })
})

test('more different values than are kept: counts stay exact, the list becomes a sample', () => {
  const tally = new Tally({ values: 100, sites: 100 })
  for (let i = 0; i < 5000; i++) tally.add({ site: `s${i}.example`, header: `CP="NOI ${i}"` })
  const summary = tally.summary()
  expect(summary.policies).toBe(5000)
  expect(summary.values).toMatchObject({ complete: false })
  expect(summary.values.counts).toHaveLength(100)
  const { sites } = digest(summary)
  expect(sites?.all.estimated).toBe(true)
  // One in √100 of the estimate is its standard error.
  expect(Math.abs((sites?.all.count ?? 0) / 5000 - 1)).toBeLessThan(0.4)
})
