import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { publicSurface } from '../scripts/write-api.ts'

const folder = resolve(import.meta.dirname, '../api')

test('api/ tells what the package exports; after a change that is meant: npm run api', () => {
  const written = new Map(readdirSync(folder).map(file => [file, readFileSync(join(folder, file), 'utf8')]))
  expect(written).toEqual(publicSurface())
})
