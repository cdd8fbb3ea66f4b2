import { describe, expect, test } from 'vitest'
import { readArguments, splitCommand } from './read-arguments.ts'
import { WrongUse } from './verb.ts'

const OPTIONS = { json: { type: 'boolean' }, out: { type: 'string' }, watch: { type: 'boolean', short: 'w' } } as const

const read = (...words: string[]) => readArguments(OPTIONS, words, 'en')

function flaw(...words: string[]): string {
  try {
    read(...words)
  } catch (error) {
    if (error instanceof WrongUse) return error.message
    throw error
  }
  throw new Error('nothing was found wrong')
}

describe('options', () => {
  test('come in any order, with = or a space, long or short', () => {
    expect(read('a.yaml', '--out', 'x', '-w', '--lang=bg')).toEqual({
      values: { out: 'x', watch: true, lang: 'bg' },
      positionals: ['a.yaml'],
    })
  })

  test('a hyphen alone is standard input, and what follows two is no option', () => {
    expect(read('--out', '-', '-').positionals).toEqual(['-'])
    expect(read('--', '--json').positionals).toEqual(['--json'])
  })

  test('a misspelt one is told with the one that was meant', () => {
    expect(flaw('--ouy', 'x')).toBe('there is no option --ouy. Did you mean --out?')
    expect(flaw('--language', 'bg')).toContain('Did you mean --lang?')
    expect(flaw('--xyzzy')).toBe('there is no option --xyzzy.')
    expect(flaw('-z')).toBe('there is no option -z.')
  })

  test('one without its value, or with one it does not take, is told', () => {
    expect(flaw('--out')).toBe('--out wants a value after it.')
    expect(flaw('--json=yes')).toBe('--json takes no value.')
    expect(flaw('--out', '--json')).toBe(
      '--out wants a value after it, but --json follows. If that is the value: --out=--json',
    )
  })

  test('names that every object has are no options', () => {
    expect(flaw('--constructor')).toContain('there is no option --constructor')
    expect(flaw('--__proto__')).toContain('there is no option --__proto__')
  })

  test('what is wrong is told in the language that is spoken', () => {
    expect(() => readArguments(OPTIONS, ['--ouy'], 'bg')).toThrow('няма опция --ouy. Може би --out?')
  })
})

describe('the command line', () => {
  test('has its verb first, or after options', () => {
    expect(splitCommand(['check', 'a.yaml'])).toEqual({ verb: 'check', words: ['a.yaml'] })
    expect(splitCommand(['--lang', 'bg', 'check', 'a.yaml'])).toEqual({
      verb: 'check',
      words: ['--lang', 'bg', 'a.yaml'],
    })
    expect(splitCommand(['--lang=bg', '--json', 'check'])).toEqual({ verb: 'check', words: ['--lang=bg', '--json'] })
  })

  test('may have none', () => {
    expect(splitCommand([])).toEqual({ verb: '', words: [] })
    expect(splitCommand(['--lang', 'bg'])).toEqual({ verb: '', words: ['--lang', 'bg'] })
  })
})
