import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Io } from './verb.ts'
import { writeNamed } from './write-named.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'candor-write-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

const write = (file: string) => writeNamed(file, 'new', { cwd, language: 'en' } as Io)

test('what was there is replaced, and nothing is left beside it', async () => {
  writeFileSync(join(cwd, 'a'), 'old')
  await write('a')
  expect(readdirSync(cwd).map(name => [name, readFileSync(join(cwd, name), 'utf8')])).toEqual([['a', 'new']])
})

test('a link stays one: what it leads to is replaced', async () => {
  writeFileSync(join(cwd, 'a'), 'old')
  symlinkSync('a', join(cwd, 'link'))
  await write('link')
  expect(readFileSync(join(cwd, 'a'), 'utf8')).toBe('new')
  expect(
    readdirSync(cwd, { withFileTypes: true })
      .find(({ name }) => name === 'link')
      ?.isSymbolicLink(),
  ).toBe(true)
})

test('what is no file is not replaced by one', async () => {
  await write('/dev/null')
  expect(readFileSync('/dev/null', 'utf8')).toBe('')
  await expect(write('.')).rejects.toThrow('cannot write .: it is a folder.')
})

test('a place that cannot be written is told', async () => {
  await expect(write('no/a')).rejects.toThrow('cannot write no/a: there is no such folder.')
})
