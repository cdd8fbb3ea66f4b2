import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Journal, JournalFault, type PageRecord } from './journal.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-journal-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => join(folder, 'observe.ndjson')
const plan = { url: 'https://shop.example/', pages: '20' }
const open = (asked: Readonly<Record<string, string>> = plan) => Journal.open(folder, asked, new Date(0))

const page = (name: string): PageRecord => ({
  kind: 'page',
  engine: 'chromium',
  version: '1',
  state: 'before',
  page: `https://shop.example/${name}`,
  depth: 1,
  again: false,
  url: `https://shop.example/${name}`,
  ok: true,
  links: ['https://shop.example/„х“'],
  observations: [],
  shot: null,
})

async function written(...names: readonly string[]): Promise<void> {
  const journal = await open()
  await Promise.all(names.map(name => journal.write(page(name))))
  await journal.close()
}

test('what was finished is there when the crawl goes on', async () => {
  await written('a', 'b')
  const journal = await open()
  expect(journal.earlier).toEqual([page('a'), page('b')])
  expect(journal.began).toBe('1970-01-01T00:00:00.000Z')
  await journal.close()
})

test('killed at any byte, it goes on with what was whole', async () => {
  await written('a', 'b')
  const whole = readFileSync(file())
  for (let size = whole.length; size >= 0; size -= 7) {
    writeFileSync(file(), whole)
    truncateSync(file(), size)
    const journal = await open()
    const lines = whole.subarray(0, size).filter(byte => byte === 0x0a).length
    expect(journal.earlier).toHaveLength(Math.max(0, lines - 1))
    await journal.write(page('c'))
    await journal.close()
    const again = await open()
    expect(again.earlier.at(-1)).toEqual(page('c'))
    await again.close()
  }
})

test('a crawl that was asked for something else is refused, and says what differs', async () => {
  await written('a')
  const fault = await open({ ...plan, pages: '30', depth: '2' }).catch(error => error as unknown)
  expect(fault).toBeInstanceOf(JournalFault)
  expect(fault).toMatchObject({ code: 'differs', names: ['depth', 'pages'] })
})

test.each(['my notes\n', 'my notes'])('a file of somebody else is left as it is: %j', async notes => {
  writeFileSync(file(), notes)
  await expect(open()).rejects.toMatchObject({ code: 'unreadable' })
  expect(readFileSync(file(), 'utf8')).toBe(notes)
})

test('a folder that cannot be had is said to be so, with the reason', async () => {
  writeFileSync(join(folder, 'taken'), '')
  const opening = Journal.open(join(folder, 'taken', 'more'), plan, new Date(0))
  await expect(opening).rejects.toMatchObject({ code: 'unwritable', names: ['ENOTDIR'] })
})

test.skipIf(process.platform !== 'linux')('one in which no folder can be made is said to be so, at once', async () => {
  const opening = Journal.open('/proc/candor', plan, new Date(0))
  await expect(opening).rejects.toMatchObject({ code: 'unwritable', names: ['ENOENT'] })
})

test('a damaged line in the middle is not passed over', async () => {
  await written('a')
  appendFileSync(file(), '{"kind":\n')
  await expect(open()).rejects.toMatchObject({ code: 'unreadable' })
})
