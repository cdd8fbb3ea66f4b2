import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runVerb } from '../../test/support/run-verb.ts'
import { verb } from './observe.ts'
import { adviceFor } from './observe-look.ts'

const SHOP = 'https://shop.example/'

test('no page at all, and no time at all, are not asked for by a person who means it', async () => {
  for (const option of ['pages', 'time']) {
    const refused = runVerb(verb, [SHOP], { values: { [option]: '0' } })
    await expect(refused).rejects.toThrow(`--${option} takes a number from 1 up, not "0".`)
  }
  await expect(runVerb(verb, [SHOP], { values: { depth: 'deep' } })).rejects.toThrow(
    '--depth takes a number, not "deep".',
  )
})

test('a script that is not there is said to be not there', async () => {
  const refused = runVerb(verb, [SHOP], { values: { script: 'nowhere.js' }, cwd: join(import.meta.dirname) })
  await expect(refused).rejects.toThrow('cannot read nowhere.js: there is no such file.')
})

test('who names a machine of their own, or one that does not answer, is told what to try', () => {
  expect(adviceFor('private-address', 'en')).toContain('--allow-private')
  expect(adviceFor('network', 'en')).toContain('address')
  expect(adviceFor('crashed', 'en')).toBe('')
})
