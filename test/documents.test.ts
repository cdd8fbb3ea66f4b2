import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verb as check } from '../src/cli/check.ts'
import { verb as judge } from '../src/cli/judge.ts'
import { compile } from '../src/compile/index.ts'
import { declare } from '../src/declare/index.ts'
import { CODES } from '../src/model/index.ts'
import { runVerb } from './support/run-verb.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'].concat(
  (readdirSync(join(root, 'docs'), { recursive: true }) as string[])
    .filter(path => path.endsWith('.md'))
    .map(path => join('docs', path)),
)
const blocks = (document: string, language: string) =>
  [...read(document).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    match => match[1] ?? '',
  )

describe.each(documents)('%s', document => {
  test('leads nowhere that is not there', () => {
    const links = [...read(document).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(match => match[1] ?? '')
    const inside = links.filter(link => !/^[a-z]+:/.test(link))
    for (const link of inside) {
      const target = relative(root, resolve(root, dirname(document), link))
      expect(existsSync(join(root, target)), `${document} leads to ${link}`).toBe(true)
    }
  })

  test('names no machine and no registry', () => {
    expect(read(document)).not.toMatch(/\/(?:work|farm|root)\/|registry\.npmjs|deb\.debian/)
  })
})

test('every code has a page, and every page a code', () => {
  const pages = readdirSync(join(root, 'docs/findings')).map(file => file.replace(/\.md$/, ''))
  expect(Object.keys(CODES).filter(code => !pages.includes(code))).toEqual([])
  expect(pages.filter(page => page !== 'README' && !Object.hasOwn(CODES, page))).toEqual([])
})

test('every message of an issue has its code', () => {
  for (const language of ['en', 'bg']) {
    const { issue } = JSON.parse(read(`messages/${language}.json`)) as { issue: Record<string, string> }
    expect(Object.keys(issue).filter(code => !Object.hasOwn(CODES, code))).toEqual([])
  }
})

test('the house of ARCHITECTURE is the house of the sources', () => {
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter(entry => entry.isDirectory())
  const drawn = [...read('ARCHITECTURE.md').matchAll(/^ {2}([a-z]+)\/ +\d/gm)].map(match => match[1])
  expect(rooms.map(room => room.name).sort()).toEqual(drawn.sort())
})

test('the declaration in the README compiles', () => {
  for (const text of blocks('README.md', 'yaml')) {
    const declared = declare(text)
    expect(declared.issues.filter(({ severity }) => severity === 'error')).toEqual([])
    if (declared.ok) expect(compile(declared.value.declaration, declared.value.locate).ok).toBe(true)
  }
})

test('the README shows what the command prints', async () => {
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
  const shown = new Map(
    blocks('README.md', 'console')
      .flatMap(block => block.split(/^\$ candor /m).slice(1))
      .map(told => [told.slice(0, told.indexOf(' ')), told.slice(told.indexOf('\n')).split('\n  ...\n')] as const),
  )
  const asked = { cookie: 'id=1; SameSite=None', at: 'https://ads.example/', top: 'https://shop.example/' }
  const printed = {
    check: await runVerb(check, [], { cwd: join(root, 'examples/quality-unit') }),
    judge: await runVerb(judge, [], { values: asked }),
  }
  for (const [verb, { out }] of Object.entries(printed)) {
    const pieces = shown.get(verb) ?? []
    expect(pieces.length, verb).toBeGreaterThan(0)
    for (const piece of pieces) expect(oneLine(out)).toContain(oneLine(piece))
  }
  expect(read('README.md')).toContain(`--cookie '${asked.cookie}' --at ${asked.at} --top ${asked.top}\n`)
})

describe.skipIf(!existsSync(join(root, 'dist/index.js')))('the code in the README (after npm run build)', () => {
  test('is well typed and runs against the built package', () => {
    const folder = mkdtempSync(join(root, 'dist/readme-'))
    try {
      const codes = blocks('README.md', 'ts')
      expect(codes.length).toBeGreaterThan(1)
      for (const [index, code] of codes.entries()) writeFileSync(join(folder, `block-${index}.ts`), code)
      const options = { extends: '../../tsconfig.json', compilerOptions: { noUnusedLocals: false }, include: ['*.ts'] }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options))
      execFileSync('npx', ['tsc', '-p', folder], { cwd: root, stdio: 'pipe' })
      for (const index of codes.keys()) {
        const ran = spawnSync(process.execPath, ['--import', 'tsx', join(folder, `block-${index}.ts`)], {
          cwd: root,
          encoding: 'utf8',
        })
        expect(ran.stderr).toBe('')
        for (const [, said] of codes[index]?.matchAll(/console\.log\(.*\) \/\/ (.*)$/gm) ?? [])
          expect(ran.stdout).toContain(said)
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
