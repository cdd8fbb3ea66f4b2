import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('folders above it that are missing are made with it, for the same people', async () => {
  await makeFolder(join(folder, 'a', 'b', 'c'), 0o700)
  for (const made of ['a', 'a/b', 'a/b/c']) expect(statSync(join(folder, made)).mode & 0o777).toBe(0o700)
})

test('one that is there is left as it is, whoever made it meanwhile', async () => {
  const path = join(folder, 'a', 'b')
  await Promise.all([makeFolder(path), makeFolder(path), makeFolder(path)])
  writeFileSync(join(path, 'kept'), 'kept')
  await makeFolder(path)
  expect(statSync(join(path, 'kept')).size).toBe(4)
})

test('a file in its place, or above it, is told', async () => {
  writeFileSync(join(folder, 'taken'), '')
  await expect(makeFolder(join(folder, 'taken'))).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeFolder(join(folder, 'taken', 'a', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test('a link that leads nowhere, and no name at all, are told', async () => {
  symlinkSync(join(folder, 'nowhere'), join(folder, 'link'))
  await expect(makeFolder(join(folder, 'link', 'a'))).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeFolder('')).rejects.toMatchObject({ code: 'ENOENT' })
})

test.skipIf(process.platform !== 'linux')('a folder in which none can be made says so, at once', async () => {
  await expect(makeFolder('/proc/candor')).rejects.toMatchObject({ code: 'ENOENT', path: '/proc/candor' })
  await expect(makeFolder('/proc/candor/a/b')).rejects.toMatchObject({ code: 'ENOENT' })
})
