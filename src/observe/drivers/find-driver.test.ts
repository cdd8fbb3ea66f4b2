import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findDriver } from './find-driver.ts'
import { findExecutable } from './find-executable.ts'

const folder = mkdtempSync(join(tmpdir(), 'candor-find-'))
const program = (name: string): string => {
  writeFileSync(join(folder, name), '#!/bin/sh\n')
  chmodSync(join(folder, name), 0o755)
  return join(folder, name)
}
afterAll(() => rmSync(folder, { recursive: true }))

const wanted = { variable: 'BROWSER_PATH', names: ['best', 'second'] }

test('an executable named by its variable is taken before any other, and nothing instead of it', () => {
  const named = program('named')
  program('best')
  expect(findExecutable(wanted, { BROWSER_PATH: named, PATH: folder })).toBe(named)
  expect(findExecutable(wanted, { BROWSER_PATH: join(folder, 'gone'), PATH: folder })).toBeUndefined()
})

test('the best name along PATH is taken', () => {
  const best = program('best')
  program('second')
  expect(findExecutable(wanted, { PATH: `/nowhere:${folder}` })).toBe(best)
  expect(findExecutable(wanted, { PATH: '/nowhere' })).toBeUndefined()
  expect(findExecutable(wanted, {})).toBeUndefined()
})

test('it is said which programs lack, and how to name them', () => {
  const env = { PATH: '', CHROMIUM_PATH: '/nowhere/chromium', XVFB_PATH: program('Xvfb'), MINIBROWSER_PATH: '/nowhere' }
  expect(findDriver({ engine: 'chromium', mode: 'default' }, env)).toEqual({
    engine: 'chromium',
    missing: ['chromium (CHROMIUM_PATH)'],
  })
  expect(findDriver({ engine: 'webkitgtk', mode: 'itp' }, env)).toEqual({
    engine: 'webkitgtk',
    missing: ['WebKitWebDriver (WEBKIT_DRIVER_PATH)', 'MiniBrowser (MINIBROWSER_PATH)'],
  })
})
