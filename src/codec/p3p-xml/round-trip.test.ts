import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryPolicies, arbitraryReferenceFile } from '../../../test/support/p3p-arbitrary.ts'
import type { P3pPolicies } from '../../model/index.ts'
import { decodeP3p, encodeP3pXml, encodeReferenceFile, type P3pDocument } from './index.ts'

const encodePolicies = ({ policies, ...rest }: P3pPolicies) => encodeP3pXml(policies, rest)

function encode(doc: P3pDocument): string {
  if (doc.kind === 'reference') return encodeReferenceFile(doc.file)
  return doc.kind === 'policies' ? encodePolicies(doc.policies) : encodeP3pXml([], { schema: doc.schema })
}

function decode(text: string): P3pDocument {
  const read = decodeP3p(text)
  if (!read.ok) throw new Error(`${read.issues[0]?.code} in ${text}`)
  return read.value
}

test('a policy file is read back exactly as it was written', () => {
  fc.assert(
    fc.property(arbitraryPolicies, policies => {
      expect(decode(encodePolicies(policies))).toEqual({ kind: 'policies', policies })
    }),
    { numRuns: 80 },
  )
})

test('a reference file is read back exactly as it was written', () => {
  fc.assert(
    fc.property(arbitraryReferenceFile, file => {
      expect(decode(encodeReferenceFile(file))).toEqual({ kind: 'reference', file })
    }),
    { numRuns: 80 },
  )
})

/** Texts that were a P3P file before somebody spoilt them: pieces of it cut out, doubled, swapped, or changed. */
const spoilt = fc
  .tuple(
    fc.oneof(arbitraryPolicies.map(encodePolicies), arbitraryReferenceFile.map(encodeReferenceFile)),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('cut', 'double', 'swap', 'rename')), { maxLength: 4 }),
  )
  .map(([text, changes]) => {
    let pieces = text.split(/(?<=>)\n\s*/)
    for (const [a, b, change] of changes) {
      const [at, other] = [a % pieces.length, b % pieces.length]
      const piece = pieces[at] ?? ''
      if (change === 'cut') pieces = pieces.toSpliced(at, 1)
      else if (change === 'double') pieces = pieces.toSpliced(other, 0, piece)
      else if (change === 'swap') pieces = pieces.with(at, pieces[other] ?? '').with(other, piece)
      else pieces = pieces.with(at, piece.replace(/[a-z]/i, 'POLICY'))
    }
    return pieces.join('\n')
  })

test('what can be read of a spoilt file stays what it is when it is written and read again', () => {
  fc.assert(
    fc.property(spoilt, text => {
      const read = decodeP3p(text)
      if (!read.ok) return
      const once = encode(read.value)
      expect(encode(decode(once))).toBe(once)
    }),
    { numRuns: 150 },
  )
})

test('strict reading keeps no policy in which lax reading finds an error', () => {
  fc.assert(
    fc.property(spoilt, text => {
      const strict = decodeP3p(text, { strict: true })
      if (!strict.ok) {
        expect(strict.issues.some(found => found.severity === 'error')).toBe(true)
        return
      }
      const again = decodeP3p(encode(strict.value))
      expect(again.issues.filter(found => found.severity === 'error').map(found => found.code)).toEqual([])
    }),
    { numRuns: 80 },
  )
})

test('the places of problems are in the text, in its order', () => {
  fc.assert(
    fc.property(spoilt, text => {
      const lines = text.split('\n')
      let before = 0
      for (const { at } of decodeP3p(text).issues) {
        if (at === undefined) continue
        expect(at.line).toBeGreaterThanOrEqual(before)
        expect(at.line).toBeLessThanOrEqual(lines.length)
        before = at.line
      }
    }),
    { numRuns: 60 },
  )
})
