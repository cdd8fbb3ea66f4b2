import { describe, expect, test } from 'vitest'
import {
  BASE_SCHEMA_URI,
  type CategoryId,
  ownDataElements,
  referredCategories,
  referredData,
  SCHEMA_LIMIT,
  type SchemaDefinition,
} from './index.ts'

const define = (
  kind: SchemaDefinition['kind'],
  name: string,
  structref: string | null = null,
  ...categories: CategoryId[]
): SchemaDefinition => ({ kind, name, structref, categories })

const schema = (...definitions: SchemaDefinition[]) => ownDataElements(definitions)
const categoriesIn = (own: ReturnType<typeof schema>, name: string) => own.elements.get(name)?.categories

describe('the categories of a data schema of a site’s own (P3P 1.0, 5.3.1)', () => {
  test('a structure with categories gives them to every use', () => {
    const own = schema(define('structure', 'car.plate', null, 'government'), define('element', 'customer.car', '#car'))
    expect(own.faults).toEqual([])
    expect(categoriesIn(own, 'customer.car.plate')).toEqual(['government'])
  })

  test('a structure without categories takes those of the element that uses it, or leaves them open', () => {
    const own = schema(
      define('structure', 'car.model'),
      define('structure', 'car.colour'),
      define('element', 'customer.car', '#car', 'preference'),
      define('element', 'visitor.car', '#car'),
    )
    expect(own.elements.get('customer.car.model')).toMatchObject({ categories: ['preference'], variable: false })
    expect(own.elements.get('visitor.car')).toMatchObject({ categories: [], variable: true, leaf: false })
  })

  test('an element adds its own categories to those of a structure that has some, at its own level only', () => {
    const own = schema(
      define('structure', 'car.plate', null, 'government'),
      define('element', 'customer.car', '#car', 'purchase'),
    )
    expect(categoriesIn(own, 'customer.car')).toEqual(['purchase', 'government'])
    expect(categoriesIn(own, 'customer.car.plate')).toEqual(['government'])
  })

  test('a structure’s categories replace those of the structure it is made of, or else it takes them', () => {
    const own = schema(
      define('structure', 'firm.address', `${BASE_SCHEMA_URI}#postal`, 'content'),
      define('structure', 'firm.contact', `${BASE_SCHEMA_URI}#online`),
      define('structure', 'office', '#firm', 'health'),
      define('element', 'work', '#firm'),
      define('element', 'desk', '#office'),
    )
    expect(categoriesIn(own, 'work.address.street')).toEqual(['content'])
    expect(categoriesIn(own, 'work.address')).toEqual(['content'])
    expect(categoriesIn(own, 'work.contact.email')).toEqual(['online'])
    expect(categoriesIn(own, 'desk.contact.email')).toEqual(['health'])
  })

  test('a set holds what its members hold, whatever their order', () => {
    const own = schema(
      define('element', 'shop.order.number', null, 'purchase'),
      define('element', 'shop.order', null, 'content'),
      define('element', 'shop.visits', `${BASE_SCHEMA_URI}#date.ymd`, 'navigation'),
    )
    expect(categoriesIn(own, 'shop')).toEqual(['purchase', 'navigation', 'content'])
    expect(categoriesIn(own, 'shop.order')).toEqual(['purchase', 'content'])
    expect(categoriesIn(own, 'shop.visits.year')).toEqual(['navigation'])
  })

  test('a set of fixed and open elements may not be used as a whole', () => {
    const own = schema(define('element', 'shop.a', null, 'purchase'), define('element', 'shop.b'))
    expect(own.elements.get('shop')?.mixed).toBe(true)
  })
})

test('faults of a schema are told by the definition that has them', () => {
  const faultsOf = (...definitions: SchemaDefinition[]) =>
    schema(...definitions).faults.map(({ kind, at }) => [kind, at])
  expect(faultsOf(define('element', 'Unique Visitor ID'))).toEqual([['name', 0]])
  expect(faultsOf(define('element', 'a.1b'))).toEqual([['name', 0]])
  expect(faultsOf(define('element', 'a', null, 'state'), define('element', 'b', '#text'))).toEqual([
    ['structure-unknown', 1],
  ])
  expect(faultsOf(define('structure', 'a.b', '#a'))).toEqual([['circular', 0]])
  expect(
    faultsOf(define('structure', 'a', '#b'), define('structure', 'b', '#a'), define('element', 'e', '#a')),
  ).toEqual([
    ['structure-unknown', 0],
    ['structure-unknown', 1],
    ['structure-unknown', 2],
  ])
  expect(faultsOf(define('structure', 'a.b', null, 'state'), define('structure', 'a.c'))).toEqual([['mixed', 0]])
})

test('a small schema that stands for a huge one is given up', () => {
  const bomb = Array.from({ length: 15 }, (_, level) =>
    Array.from({ length: 9 }, (_, member) => define('structure', `s${level}.m${member}`, `#s${level + 1}`)),
  ).flat()
  const own = schema(...bomb, define('structure', 's15.leaf'), define('element', 'e', '#s0'))
  expect(own.faults.some(fault => fault.kind === 'large')).toBe(true)
  expect(own.elements.size).toBeLessThan(SCHEMA_LIMIT + 1000)
})

test('a reference finds its schema before the #, in the group, or in the base schema', () => {
  const own = schema(define('element', 'thing', null, 'purchase'), define('element', 'any')).elements
  const refer = (ref: string, base: string | null = null) => referredData({ ref, base, categories: [] }, own)
  expect(refer('#user.name')).toMatchObject({ schema: 'base', element: { name: 'user.name' } })
  expect(refer(`${BASE_SCHEMA_URI}#user.name`, '')).toMatchObject({ schema: 'base', element: { name: 'user.name' } })
  expect(refer('#thing', '')).toMatchObject({ schema: 'own', element: { name: 'thing' } })
  expect(refer('#thing')).toEqual({ schema: 'base', element: undefined })
  expect(refer('http://other.example/schema#thing')).toEqual({ schema: 'foreign', element: undefined })
  expect(refer('#__proto__', '')).toEqual({ schema: 'own', element: undefined })
})

test('written categories count only where the schema leaves them open or is not known', () => {
  const categories = (ref: string, ...written: CategoryId[]) =>
    referredCategories({ ref, base: null, categories: written })
  expect(categories('#dynamic.cookies', 'state', 'physical')).toEqual(['physical', 'state'])
  expect(categories('#user.name.given', 'health')).toEqual(['physical'])
  expect(categories('http://other.example/schema#thing', 'health')).toEqual(['health'])
})
