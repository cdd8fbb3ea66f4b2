import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** The package as npm would publish it, unpacked as a user's dependency, with nothing but its own dependencies beside it. */
const root = resolve(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string
  readonly exports: Readonly<Record<string, unknown>>
}
const built = existsSync(join(root, 'dist/bin/candor.js'))

let home = ''
const inPackage = (...parts: string[]) => join(home, 'node_modules/candor', ...parts)
const candor = (args: string[], input = '') =>
  spawnSync(process.execPath, [inPackage('dist/bin/candor.js'), ...args], { cwd: home, encoding: 'utf8', input })

/** Every package the lock file lists for users, linked where node looks for it. */
function linkDependencies() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; optional?: boolean }>
  }
  for (const [path, { dev }] of Object.entries(lock.packages)) {
    if (path === '' || dev === true || path.indexOf('node_modules/', 1) > 0 || !existsSync(join(root, path))) continue
    mkdirSync(join(home, path, '..'), { recursive: true })
    symlinkSync(join(root, path), join(home, path))
  }
}

beforeAll(() => {
  if (!built) return
  home = mkdtempSync(join(tmpdir(), 'candor-packed-'))
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', home], {
    cwd: root,
    stdio: 'pipe',
  })
  const tarball = readdirSync(home).find(file => file.endsWith('.tgz')) ?? ''
  mkdirSync(inPackage(), { recursive: true })
  execFileSync('tar', ['-xzf', join(home, tarball), '-C', inPackage(), '--strip-components=1'])
  linkDependencies()
})

afterAll(() => {
  if (home !== '') rmSync(home, { recursive: true, force: true })
})

describe.skipIf(!built)('the packed package (after npm run build)', () => {
  test('tells its version, which is that of package.json', () => {
    expect(candor(['--version']).stdout).toBe(`${manifest.version}\n`)
  })

  test('lists its verbs, and tells of a wrong one in a sentence', () => {
    const help = candor(['--help'])
    expect(help.status).toBe(0)
    for (const verb of ['check', 'explain', 'judge', 'build', 'serve']) expect(help.stdout).toContain(verb)
    const wrong = candor(['chek'])
    expect(wrong.status).toBe(2)
    expect(wrong.stderr).toContain('chek')
    expect(wrong.stderr).not.toMatch(/\n\s+at /)
  })

  test('every sub-path can be imported, and every file it names is there', () => {
    const paths = Object.keys(manifest.exports).filter(path => typeof manifest.exports[path] !== 'string')
    const specifiers = paths.map(path => path.replace(/^\./, 'candor'))
    const code = `for (const name of ${JSON.stringify(specifiers)}) { const module = await import(name); if (Object.keys(module).length === 0) throw new Error(name + ' exports nothing') }`
    writeFileSync(join(home, 'import.mjs'), code)
    const ran = spawnSync(process.execPath, ['import.mjs'], { cwd: home, encoding: 'utf8' })
    expect(ran.stderr).toBe('')
    expect(ran.status).toBe(0)
    for (const entry of Object.values(manifest.exports)) {
      const targets = typeof entry === 'string' ? [entry] : Object.values(entry as Record<string, string>)
      for (const target of targets) expect(existsSync(inPackage(target)), target).toBe(true)
    }
  })

  test('holds no tests, no sources of another, no path of the machine it was made on', () => {
    const files = readdirSync(inPackage(), { recursive: true }) as string[]
    expect(files.filter(file => /\.test\.|node_modules/.test(file))).toEqual([])
    for (const file of files.filter(name => /\.(?:js|d\.ts|json)$/.test(name))) {
      expect(readFileSync(inPackage(file), 'utf8').includes(root), file).toBe(false)
    }
  })
})
