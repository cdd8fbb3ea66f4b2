import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { editorSchema, SCHEMA_FILE } from '../scripts/write-schema.ts'
import { declare, SCHEMA_ID } from '../src/declare/index.ts'
import { init } from '../src/messages/index.ts'
import { DECLARATION_CODES } from '../src/model/codes/declaration.ts'
import { FULL } from './support/full-declaration.ts'
import { SOUND } from './support/policy-of.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const yamlBlocks = (text: string) => [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(match => match[1] ?? '')

const published = readFileSync(SCHEMA_FILE, 'utf8')

function createValidator(): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true })
  addFormats.default(ajv)
  // Editors show these beside the words.
  ajv.addKeyword('enumDescriptions')
  return ajv.compile(JSON.parse(published))
}

describe('the schema for editors', () => {
  const validate = createValidator()
  const faults = (value: unknown) => (validate(value) ? [] : (validate.errors ?? []).map(fault => fault.instancePath))

  test('is what the sources say (npx tsx scripts/write-schema.ts writes it anew)', () => {
    expect(published).toBe(editorSchema())
    expect(JSON.parse(published)).toMatchObject({ $id: SCHEMA_ID })
  })

  const examples = readdirSync(join(root, 'examples')).filter(name =>
    existsSync(join(root, 'examples', name, 'candor.yaml')),
  )
  test.each(examples)('takes the example %s', name => {
    const value: unknown = parse(read(`examples/${name}/candor.yaml`))
    expect(faults(value)).toEqual([])
  })

  test('takes declarations with every part', () => {
    expect(faults(FULL)).toEqual([])
    expect(faults(SOUND)).toEqual([])
  })

  test.each([
    [{ candor: 2 }, '/candor'],
    [{ acces: 'all' }, ''],
    [{ access: 'everything' }, '/access'],
    [{ effective: 'today' }, '/effective'],
    [
      { practices: { shop: { ...SOUND.practices['shop'], purposes: { current: 'opt-in' } } } },
      '/practices/shop/purposes/current',
    ],
    [{ practices: { shop: { ...SOUND.practices['shop'], data: ['user.email'] } } }, '/practices/shop/data/0'],
    [{ cookies: [{ name: 'a', practice: 'shop', lifetime: 'two years' }] }, '/cookies/0/lifetime'],
  ])('does not take %j', (change, place) => {
    expect(faults({ ...SOUND, ...change })).toContain(place)
  })

  test('explains every key', () => {
    const unexplained: string[] = []
    const visit = (node: unknown, path: string) => {
      if (typeof node !== 'object' || node === null) return
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties') {
          for (const [name, property] of Object.entries(value as Record<string, { description?: string }>))
            if (!property.description) unexplained.push(`${path}/${name}`)
        }
        visit(value, `${path}/${key}`)
      }
    }
    visit(JSON.parse(published), '')
    expect(unexplained).toEqual([])
  })
})

describe('docs/declaration.md', () => {
  const page = read('docs/declaration.md')

  test('tells every key and every word of the schema', () => {
    const names = new Set<string>()
    const visit = (node: unknown) => {
      if (typeof node !== 'object' || node === null) return
      const { properties, enum: words } = node as { properties?: object; enum?: string[] }
      for (const name of [...Object.keys(properties ?? {}), ...(words ?? [])]) names.add(name)
      Object.values(node).forEach(visit)
    }
    const { definitions, ...schema } = JSON.parse(published) as { definitions: Record<string, unknown> }
    visit(schema)
    // Of the data only a few are told: the schema lists them all.
    visit(Object.fromEntries(Object.entries(definitions).filter(([name]) => name !== 'data-element')))
    expect([...names].filter(name => !page.includes(`\`${name}\``))).toEqual([])
  })

  test('shows a declaration that is right', () => {
    const [shown = ''] = yamlBlocks(page)
    expect(declare(shown)).toMatchObject({ ok: true, issues: [] })
    expect(createValidator()(parse(shown))).toBe(true)
  })

  test('names the schema where it is', () => {
    expect(page).toContain(SCHEMA_ID)
    expect(init.en.declaration({ language: 'en', schema: SCHEMA_ID })).toContain(SCHEMA_ID)
  })
})

describe('the pages of the findings of a declaration', () => {
  const base = `candor: 1
site:
  name: Shop
  url: https://shop.example/
  languages: [en]
  controller: { email: privacy@shop.example }
access: all
practices:
  log:
    data: [dynamic.clickstream]
    purposes: [current]
    recipients: [ours]
    retention: no-retention
`
  /** What is told of the declaration above with the parts put in their places that a page shows. */
  function told(shown: string): readonly string[] {
    const keys = [...shown.matchAll(/^([a-z]+):/gm)].map(match => match[1])
    const others = base.split(/^(?=[a-z]+:)/m).filter(part => !keys.includes(part.split(':')[0]))
    return declare([...others, shown].join('')).issues.map(({ code }) => code)
  }

  test.each(Object.entries(DECLARATION_CODES))(
    '%s shows what it is about, and how it is mended',
    (code, { severity }) => {
      const page = read(`docs/findings/${code}.md`)
      expect(page.split('\n')[2]).toMatch(new RegExp(`^\\*${severity}\\.\\*`, 'i'))
      const [wrong, right] = yamlBlocks(page)
      if (wrong !== undefined) expect(told(wrong)).toContain(code)
      if (right !== undefined) expect(told(right)).toEqual([])
    },
  )
})
