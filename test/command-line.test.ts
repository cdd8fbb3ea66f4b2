import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { command, hasCommand, runCandor } from './support/candor-process.ts'

const candor = (words: readonly string[], language = 'en_GB.UTF-8') =>
  runCandor(words, { cwd: tmpdir(), env: { LC_ALL: '', LC_MESSAGES: '', LANG: language } })

describe.skipIf(!hasCommand)('the command line (after npm run build)', () => {
  test('a misspelt verb is told with the one that was meant, also where help is asked for', () => {
    const told = 'candor: there is no verb "chek". Did you mean check? candor help lists them.\n'
    expect(candor(['chek'])).toEqual({ status: 2, stdout: '', stderr: told })
    expect(candor(['help', 'chek'])).toEqual({ status: 2, stdout: '', stderr: told })
  })

  test('options may stand before the verb, or without one', () => {
    expect(candor(['--lang', 'bg']).stdout).toContain('Употреба: candor')
    expect(candor(['--json', 'explain', 'NOI']).stdout).toMatch(/^\{\n {2}"tokens"/)
    expect(candor(['--lang', 'fr'])).toMatchObject({ status: 2, stderr: expect.stringContaining('there are en, bg') })
  })

  test('the language is that of the environment, where none is asked for', () => {
    const { status, stderr } = candor(['check', '--fial-on', 'error'], 'bg_BG.UTF-8')
    expect(status).toBe(2)
    expect(stderr).toBe(
      'candor check: няма опция --fial-on. Може би --fail-on?\ncandor help check казва как се използва.\n',
    )
  })

  test.skipIf(!existsSync('/dev/full'))('a result that cannot be written is told in a line', () => {
    const full = openSync('/dev/full', 'w')
    const { status, stderr } = spawnSync(process.execPath, [command, 'explain', 'NOI', '--lang', 'en'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    })
    closeSync(full)
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'candor: cannot write the result: the disk is full.\n' })
  })
})
