import type { P3pCookiePattern, P3pHint, P3pPolicies, P3pPolicyRef, P3pReferenceFile } from '../../model/index.ts'
import type { LocatedElement } from '../xml/index.ts'
import { readExtensions, readInnerExtensions } from './read-extensions.ts'
import { readExpiry, readPolicies } from './read-policies.ts'
import { type Reading, rawValueOf, textOf, valueOf } from './reading.ts'
import { isHintPath, isHintScope, isLocalPattern } from './reference-syntax.ts'

/** P3P 1.0, 2.3.2.1.2: a pattern that is no URI pattern may be ignored by agents, so it is told. */
function readPattern(element: LocatedElement, reading: Reading): readonly string[] {
  const pattern = textOf(element)
  if (pattern === null) return []
  if (!isLocalPattern(pattern)) reading.report('p3p-pattern-invalid', { pattern }, element)
  return [pattern]
}

/** The Candidate Recommendation of December 2000 had name, domain and path here as text, with spaces between. */
function readPatternText(element: LocatedElement, reading: Reading): Partial<P3pCookiePattern> {
  const text = textOf(element)
  if (text === null) return {}
  reading.report('p3p-cookie-pattern-text', { text: text.slice(0, 200) }, element)
  const [name, domain, path, ...rest] = text.split(/\s+/)
  return name !== undefined && domain !== undefined && path !== undefined && rest.length === 0
    ? { name, domain, path }
    : {}
}

/** P3P 1.0, 2.3.2.7. */
function readCookiePattern(element: LocatedElement, reading: Reading): P3pCookiePattern {
  const inText = readPatternText(element, reading)
  const written = (name: keyof P3pCookiePattern) => rawValueOf(element, name) ?? inText[name] ?? null
  return { name: written('name'), value: written('value'), domain: written('domain'), path: written('path') }
}

/** A reference that includes nothing is never used (P3P 1.0, 2.3.2.5 and 2.3.2.8). */
function checkIdle(ref: P3pPolicyRef, element: LocatedElement, reading: Reading) {
  if (ref.includes.length > 0 || ref.cookieIncludes.length > 0) return
  const { about, excludes, cookieExcludes, methods } = ref
  const why = excludes.length + cookieExcludes.length > 0 ? 'exclude' : methods.length > 0 ? 'method' : 'nothing'
  reading.report('p3p-reference-idle', { about, why }, element)
}

/** P3P 1.0, 2.3.2.4 POLICY-REF. */
function readPolicyRef(element: LocatedElement, reading: Reading): P3pPolicyRef {
  const patterns = (name: string) => reading.children(element, name).flatMap(child => readPattern(child, reading))
  const cookies = (name: string) => reading.children(element, name).map(child => readCookiePattern(child, reading))
  const ref = {
    about: valueOf(element, 'about') ?? '',
    includes: patterns('INCLUDE'),
    excludes: patterns('EXCLUDE'),
    cookieIncludes: cookies('COOKIE-INCLUDE'),
    cookieExcludes: cookies('COOKIE-EXCLUDE'),
    methods: reading.children(element, 'METHOD').flatMap(child => textOf(child) ?? []),
    extensions: readExtensions(element, reading),
  }
  checkIdle(ref, element, reading)
  return ref
}

/** P3P 1.0, 2.3.2.6 HINT. */
function readHint(element: LocatedElement, reading: Reading): P3pHint {
  const scope = valueOf(element, 'scope') ?? ''
  const path = valueOf(element, 'path') ?? ''
  const report = (attribute: string, value: string) => reading.report('p3p-hint-invalid', { attribute, value }, element)
  if (scope !== '' && !isHintScope(scope)) report('scope', scope)
  if (path !== '' && !isHintPath(path)) report('path', path)
  return { scope, path }
}

/** `#name` must be the name of a policy in the file itself. */
function checkAbouts(refs: readonly LocatedElement[], policies: P3pPolicies | null, reading: Reading) {
  for (const element of refs) {
    const about = valueOf(element, 'about') ?? ''
    const name = about.startsWith('#') ? about.slice(1) : null
    if (name === null || policies?.policies.some(policy => policy.name === name)) continue
    reading.report('p3p-policy-not-found', { about }, element)
  }
}

/** P3P 1.0, 2.3.2.2 META. */
export function readReferenceFile(element: LocatedElement, reading: Reading): P3pReferenceFile {
  const references = reading.child(element, 'POLICY-REFERENCES')
  const refs = reading.children(references, 'POLICY-REF')
  const inside = reading.child(element, 'POLICIES')
  const policies = inside === undefined ? null : readPolicies(inside, reading)
  checkAbouts(refs, policies, reading)
  return {
    lang: valueOf(element, 'xml:lang'),
    expiry: references === undefined ? null : readExpiry(references, reading),
    refs: refs.map(child => readPolicyRef(child, reading)),
    hints: reading.children(references, 'HINT').map(child => readHint(child, reading)),
    policies,
    extensions: [...readExtensions(element, reading), ...readInnerExtensions(element, reading, 'POLICY-REFERENCES')],
  }
}
