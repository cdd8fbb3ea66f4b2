import fc from 'fast-check'
import jsonld from 'jsonld'
import { describe, expect, test } from 'vitest'
import { arbitraryDeclaration } from '../../../test/support/arbitrary-declaration.ts'
import { FULL } from '../../../test/support/full-declaration.ts'
import { withTexts } from '../../../test/support/hostile-policy.ts'
import { policyOf } from '../../../test/support/policy-of.ts'
import type { Policy } from '../../model/index.ts'
import { conceptsOf, DPV_FRAME, DPV_PREFIXES, fromDpv, shortDpv } from '../../vocabulary/bridges/index.ts'
import { dpvOf } from './dpv-of.ts'

const POLICY = policyOf(FULL)
const BASE = 'https://shop.example/dpv.jsonld'
const DPV = DPV_PREFIXES.dpv
const SKOS = 'http://www.w3.org/2004/02/skos/core#'

interface Term {
  readonly value: string
  readonly termType: string
  readonly language?: string
}

interface Quad {
  readonly subject: Term
  readonly predicate: Term
  readonly object: Term
}

/** What the document says to a JSON-LD processor that may fetch nothing. */
async function quadsOf(policy: Policy): Promise<readonly Quad[]> {
  const document = JSON.parse(JSON.stringify(dpvOf(policy)))
  const documentLoader = (url: string) => Promise.reject(new Error(`asked for ${url}`))
  // `safe`, which the types do not know, throws where anything of the document would be dropped.
  const options: jsonld.Options.ToRdf & { readonly safe: true } = { documentLoader, safe: true }
  return (await jsonld.toRDF(document, options)) as unknown as readonly Quad[]
}

const reader = (quads: readonly Quad[]) => (subject: string, predicate: string) =>
  quads.filter(quad => quad.subject.value === subject && quad.predicate.value === predicate).map(quad => quad.object)

describe('dpv.jsonld, read by a JSON-LD processor without a network', async () => {
  const quads = await quadsOf(POLICY)
  const read = reader(quads)
  const only = (subject: string, predicate: string): string => {
    const [value, ...others] = read(subject, predicate)
    if (value === undefined || others.length > 0) throw new Error(`${predicate}: ${1 + others.length}`)
    return value.value
  }
  const notations = (nodes: readonly Term[]) => nodes.map(node => only(node.value, `${SKOS}notation`))

  test('names the site’s controller in each language, and the ways to reach it', () => {
    const controller = only(`${BASE}#site`, `${DPV}hasDataController`)
    expect(read(controller, `${DPV}hasName`).map(({ value, language }) => [language, value])).toEqual([
      ['bg', '„Хълм и дол“ ООД'],
      ['en', 'Hill & Dale Ltd'],
    ])
    expect(read(controller, `${DPV}hasContact`).map(({ value }) => value)).toContain('privacy@shop.example')
    expect(only(`${BASE}#site`, `${DPV}hasNotice`)).toBe('https://shop.example/privacy')
  })

  test('has each practice as a process with its purposes, recipients, retention and legal basis', () => {
    const processes = read(`${BASE}#site`, `${DPV}hasProcess`).map(({ value }) => value)
    expect(processes).toEqual(POLICY.practices.map(({ id }) => `${BASE}#practice-${id}`))
    for (const practice of POLICY.practices) {
      const process = `${BASE}#practice-${practice.id}`
      expect(notations(read(process, `${DPV}hasPurpose`)).sort()).toEqual(practice.purposes.map(use => use.id).sort())
      expect(notations(read(process, `${DPV}hasRecipient`)).sort()).toEqual(practice.recipients.map(r => r.id).sort())
      expect(notations(read(process, `${DPV}hasStorageCondition`))).toEqual([practice.retention.rule])
      const bases = read(process, `${DPV}hasLegalBasis`).flatMap(({ value }) => fromDpv(value).map(link => link.to.id))
      expect(bases).toEqual(practice.basis === null ? [] : [practice.basis])
    }
  })

  test('says what a use comes under, and how the visitor chooses it', () => {
    const [contact] = read(`${BASE}#practice-orders`, `${DPV}hasPurpose`).filter(
      node => only(node.value, `${SKOS}notation`) === 'contact',
    )
    if (contact === undefined) throw new Error('no contact')
    expect(only(contact.value, `${SKOS}broader`)).toBe(`${DPV}DirectMarketing`)
    expect(only(contact.value, `${DPV}hasEntityInvolvement`)).toBe(`${DPV}OptingInToProcess`)
    expect(only(contact.value, `${DPV}isExercisedAt`)).toBe('https://shop.example/choices')
  })

  test('keeps how long data are kept', () => {
    const duration = only(only(`${BASE}#practice-log`, `${DPV}hasStorageCondition`), `${DPV}hasDuration`)
    expect(only(duration, 'http://www.w3.org/2006/time#numericDuration')).toBe('30')
    expect(only(duration, 'http://www.w3.org/2006/time#unitType')).toBe('http://www.w3.org/2006/time#unitDay')
  })

  test('does not call anonymous data personal', () => {
    expect(read(`${BASE}#practice-counts`, `${DPV}hasPersonalData`)).toEqual([])
    expect(read(`${BASE}#practice-counts`, `${DPV}hasData`)).toHaveLength(1)
  })

  test('tells of every cookie and store, and of every way to complain', () => {
    const means = POLICY.practices.flatMap(({ id }) =>
      read(`${BASE}#practice-${id}`, `${DPV}isImplementedUsingTechnology`),
    )
    expect(means.map(node => only(node.value, `${DPV}hasIdentifier`)).sort()).toEqual(
      [...POLICY.cookies.map(({ name }) => name), ...POLICY.storage.map(({ key }) => key)].sort(),
    )
    const places = quads.filter(quad => quad.predicate.value === `${DPV}isExercisedAt`).map(quad => quad.object.value)
    for (const { service } of POLICY.disputes) expect(places).toContain(service)
  })
})

test('of any policy, all concepts of DPV that are used have been looked up, and nothing is lost in reading', async () => {
  const known = new Set([...conceptsOf('dpv').keys(), ...DPV_FRAME])
  const spaces = Object.values(DPV_PREFIXES)
  await fc.assert(
    fc.asyncProperty(arbitraryDeclaration, async declaration => {
      const policy = policyOf(declaration)
      const quads = await quadsOf(policy)
      expect(quads.length).toBeGreaterThan(10)
      for (const { value } of quads.flatMap(({ subject, predicate, object }) => [subject, predicate, object])) {
        if (spaces.some(space => value.startsWith(space))) expect(known).toContain(shortDpv(value))
      }
    }),
    { numRuns: 15 },
  )
})

test.each(['</script>', '"\\\u2028', '@id', 'dpv:Marketing', '_:b0', '\ud800'])(
  'words like %j remain words',
  async text => {
    const quads = await quadsOf(withTexts(POLICY, text))
    const plain = await quadsOf(withTexts(POLICY, 'plain'))
    expect(quads).toHaveLength(plain.length)
    const kinds = (list: readonly Quad[]) => list.map(({ object }) => object.termType).sort()
    expect(kinds(quads)).toEqual(kinds(plain))
  },
)

test('the same policy gives the same document', () => {
  expect(JSON.stringify(dpvOf(policyOf(FULL)))).toBe(JSON.stringify(dpvOf(POLICY)))
})
