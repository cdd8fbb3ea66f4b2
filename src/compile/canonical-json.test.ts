import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test('the example of RFC 8785, 3.2.2, in its order', () => {
  const value = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '€$\u000f\u000aA\'B"\\\\"/',
    literals: [null, true, false],
  }
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('names sort by UTF-16 code units: the example of RFC 8785, 3.2.3', () => {
  const names = ['€', '\r', '\ufb33', '1', '😀', '\u0080', 'ö']
  const sorted = ['\r', '1', '\u0080', 'ö', '€', '😀', '\ufb33']
  const text = canonicalJson(Object.fromEntries(names.map(name => [name, 0])))
  expect(Object.keys(JSON.parse(text)).sort()).toEqual(sorted)
  expect(text).toBe(`{${sorted.map(name => `${JSON.stringify(name)}:0`).join()}}`)
})

test('a name without a value is not written', () => {
  expect(canonicalJson({ a: undefined, b: [] })).toBe('{"b":[]}')
})

test('it reads back as the same value, and the order of names does not matter', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text)
    }),
  )
})
