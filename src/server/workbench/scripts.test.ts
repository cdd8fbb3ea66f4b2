import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../messages/index.ts'
import { COOKIE_SCRIPTS, WORKBENCH_SCRIPTS } from '../generated/workbench-scripts.ts'
import { workbench } from './resources.ts'

const zipped = (script: string): number => gzipSync(script, { level: 9 }).length

const at = (path: string) => workbench(new Request(`http://site.example${path}`))

describe.each(LANGUAGES)('the workbench in %s', language => {
  test('opens with at most 30 KB of script', () => {
    expect(zipped(WORKBENCH_SCRIPTS[language])).toBeLessThanOrEqual(30 * 1024)
  })

  test('leaves what judges cookies, and carries the public suffixes, to a script of at most 75 KB for its own tab', () => {
    expect(zipped(COOKIE_SCRIPTS[language])).toBeLessThanOrEqual(75 * 1024)
    expect(WORKBENCH_SCRIPTS[language].length).toBeLessThan(COOKIE_SCRIPTS[language].length)
  })

  test('names both scripts where they stand, to be kept for ever', () => {
    const page = new TextDecoder().decode(at(`/workbench/${language}/`)?.body)
    const paths = [...page.matchAll(/"(\/workbench\/[^"]+\.js)"/g)].map(([, path]) => path ?? '')
    expect(paths).toHaveLength(2)
    for (const path of paths) expect(at(path)?.headers['Cache-Control']).toContain('immutable')
  })
})
