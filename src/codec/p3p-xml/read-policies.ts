import type { P3pExpiry, P3pPolicies } from '../../model/index.ts'
import type { LocatedElement } from '../xml/index.ts'
import { lifetimeOf, SHORTEST_LIFE } from './expiry.ts'
import { readPolicy } from './read-policy.ts'
import { readSchema } from './read-schema.ts'
import { type Reading, rawValueOf, valueOf } from './reading.ts'

/** P3P 1.0, 2.3.2.3.2 EXPIRY; the first one counts. */
export function readExpiry(parent: LocatedElement, reading: Reading): P3pExpiry | null {
  const element = reading.child(parent, 'EXPIRY')
  if (element === undefined) return null
  const expiry = { maxAge: rawValueOf(element, 'max-age'), date: rawValueOf(element, 'date') }
  if (lifetimeOf(expiry) === undefined) {
    reading.report('p3p-expiry-malformed', { value: expiry.maxAge || expiry.date || 'none' }, element)
  } else if (expiry.maxAge !== null && Number(expiry.maxAge) < SHORTEST_LIFE) {
    reading.report('p3p-expiry-short', { seconds: expiry.maxAge }, element)
  }
  return expiry
}

/** P3P 1.0, 3.2.1 POLICIES. */
export function readPolicies(element: LocatedElement, reading: Reading): P3pPolicies {
  const expiry = readExpiry(element, reading)
  const schema = reading.child(element, 'DATASCHEMA')
  const read = schema === undefined ? null : readSchema(schema, reading)
  const named = new Set<string>()
  const policies = reading.children(element, 'POLICY').map(child => {
    const policy = readPolicy(child, reading)
    const { name } = policy
    if (named.has(name) && name !== '') reading.report('p3p-name-repeated', { element: child.name, name }, child)
    named.add(name)
    return policy
  })
  return { lang: valueOf(element, 'xml:lang'), expiry, schema: read, policies }
}

/** A POLICY without POLICIES around it, as the drafts had it; some brought their DATASCHEMA along inside. */
export function readLonePolicy(element: LocatedElement, reading: Reading): P3pPolicies {
  reading.report('p3p-policy-alone', {}, element)
  const schema = reading.child(element, 'DATASCHEMA')
  const read = schema === undefined ? null : readSchema(schema, reading)
  return { lang: null, expiry: null, schema: read, policies: [readPolicy(element, reading)] }
}
