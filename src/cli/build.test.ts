import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FULL } from '../../test/support/full-declaration.ts'
import { type Ran, runVerb } from '../../test/support/run-verb.ts'
import { verb } from './build.ts'
import { WrongUse } from './verb.ts'

let cwd = ''
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'candor-build-'))
  await writeFile(join(cwd, 'candor.json'), JSON.stringify(FULL))
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

const build = (values: Readonly<Record<string, string | boolean>>, words: readonly string[] = []): Promise<Ran> =>
  runVerb(verb, words, { values, cwd })

async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(join(cwd, folder), { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const texts = await Promise.all(files.sort().map(file => readFile(file, 'utf8')))
  return Object.fromEntries(files.map((file, index) => [file.slice(join(cwd, folder).length + 1), texts[index] ?? '']))
}

const refused = async (running: Promise<Ran>): Promise<string> => {
  const error: unknown = await running.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(WrongUse)
  return (error as WrongUse).message
}

test('it writes everything that is published, the same bytes every time', async () => {
  const first = await build({ out: 'public', json: true })
  const files = await contents('public')
  expect(first.code).toBe(0)
  expect(JSON.parse(first.out)).toMatchObject({
    out: 'public',
    policy: { hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
  })
  expect(JSON.parse(first.out).files.toSorted()).toEqual(Object.keys(files).sort())
  expect(Object.keys(files)).toContain('notice/bg/index.html')
  await build({ out: 'again' })
  expect(await contents('again')).toEqual(files)
})

test('the notice tells what a browser does with the cookies', async () => {
  await build({ out: 'public' })
  const { 'notice/en/notice.md': notice = '' } = await contents('public')
  expect(notice).toContain('What becomes of our cookies at each level')
})

test('an earlier build is replaced whole, and nothing is left beside it', async () => {
  await build({ out: 'public' })
  await writeFile(join(cwd, 'candor.json'), JSON.stringify({ ...FULL, site: { ...FULL.site, languages: ['en'] } }))
  expect((await build({ out: 'public' })).code).toBe(0)
  expect(Object.keys(await contents('public')).filter(path => path.includes('bg'))).toEqual([])
  expect((await readdir(cwd)).sort()).toEqual(['candor.json', 'public'])
})

test('others can read what was built', async () => {
  await build({ out: 'public' })
  const mask = process.umask()
  expect((await stat(join(cwd, 'public'))).mode & 0o777).toBe(0o777 & ~mask)
})

test('a link to a folder stays a link', async () => {
  await mkdir(join(cwd, 'real'))
  await symlink('real', join(cwd, 'public'))
  expect((await build({ out: 'public' })).code).toBe(0)
  expect(Object.keys(await contents('real'))).toContain('policy.json')
})

describe('a bad declaration', () => {
  test('writes nothing, tells what is wrong, and leaves the earlier build', async () => {
    await build({ out: 'public' })
    const before = await contents('public')
    await writeFile(join(cwd, 'candor.json'), JSON.stringify({ ...FULL, access: 'everything' }))
    const { code, talk, out } = await build({ out: 'public' })
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(talk).toMatch(/candor\.json:1:\d+ error term-unknown: /)
    expect(talk).toContain('Nothing was written.')
    expect(await contents('public')).toEqual(before)
  })

  test('makes no folder', async () => {
    await writeFile(join(cwd, 'candor.json'), '{}')
    expect((await build({ out: 'deep/public' })).code).toBe(1)
    expect(await readdir(cwd)).toEqual(['candor.json'])
  })
})

describe('a folder that is not from an earlier build', () => {
  beforeEach(async () => {
    await mkdir(join(cwd, 'public'))
    await writeFile(join(cwd, 'public/index.html'), 'mine')
  })

  test('is left alone', async () => {
    expect(await refused(build({ out: 'public' }))).toContain('--force')
    expect(await contents('public')).toEqual({ 'index.html': 'mine' })
  })

  test('is replaced if that is asked for', async () => {
    expect((await build({ out: 'public', force: true })).code).toBe(0)
    expect(Object.keys(await contents('public'))).not.toContain('index.html')
  })

  test('is not taken for ours because its names are', async () => {
    await rm(join(cwd, 'public/index.html'))
    await writeFile(join(cwd, 'public/policy.json'), '{"rules": []}')
    expect(await refused(build({ out: 'public' }))).toContain('--force')
  })
})

test.each(['.', '..', ''])('where the declaration is (%j), nothing is replaced, not even by force', async out => {
  await refused(build({ out, force: true }))
  expect(await readdir(cwd)).toEqual(['candor.json'])
})

test.each(['candor.json', 'candor.json/public'])('%s is no folder to write to', async out => {
  expect(await refused(build({ out }))).toContain('not a folder')
})

test('it asks for a folder, and for a declaration that can be read', async () => {
  expect(await refused(build({}))).toContain('--out DIR')
  expect(await refused(build({ out: 'public' }, ['none.yaml']))).toContain('there is no such file')
  await refused(build({ out: 'public' }, ['candor.json', 'other.json']))
})

test('for a program, a declaration with an error is told as a check tells it', async () => {
  await writeFile(join(cwd, 'candor.json'), '{"candor": 1}')
  const { code, out, talk } = await build({ out: 'public', json: true })
  expect({ code, talk }).toEqual({ code: 1, talk: '' })
  expect(JSON.parse(out)).toMatchObject({ files: [], policy: null, issues: [{ code: 'key-missing', line: 1 }, {}, {}] })
})
