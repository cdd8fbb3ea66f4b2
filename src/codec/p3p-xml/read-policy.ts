import type { P3pData, P3pDispute, P3pPolicy, P3pStatement } from '../../model/index.ts'
import { ACCESS, DISPUTE_TYPES, REMEDIES, referredData } from '../../vocabulary/index.ts'
import type { LocatedElement } from '../xml/index.ts'
import { checkEntityDatum, readData } from './read-data.ts'
import { readExtensions, readInnerExtensions } from './read-extensions.ts'
import { readStatement } from './read-statement.ts'
import { type Reading, rawValueOf, textOf, valueOf } from './reading.ts'

/** P3P 1.0, 3.2.6 and 5.3: what `short-description` may hold. */
const LONGEST_DESCRIPTION = 255

export function readShortDescription(element: LocatedElement, reading: Reading): string | null {
  const text = valueOf(element, 'short-description')
  if ((rawValueOf(element, 'short-description') ?? '').length > LONGEST_DESCRIPTION) {
    reading.report('p3p-description-long', { element: element.name, limit: LONGEST_DESCRIPTION }, element)
  }
  return text
}

/** P3P 1.0, 3.2.6 DISPUTES. */
function readDispute(element: LocatedElement, reading: Reading): P3pDispute {
  const remedies = reading.child(element, 'REMEDIES')
  if (remedies === undefined) reading.report('p3p-remedies-missing', {}, element)
  const image = reading.child(element, 'IMG')
  const type = valueOf(element, 'resolution-type')
  const found = new Set(reading.children(remedies).map(remedy => remedy.name))
  return {
    type: DISPUTE_TYPES.find(known => known === type) ?? null,
    service: valueOf(element, 'service') ?? '',
    verification: valueOf(element, 'verification'),
    shortDescription: readShortDescription(element, reading),
    longDescription: textOf(reading.child(element, 'LONG-DESCRIPTION')),
    image: image
      ? {
          src: valueOf(image, 'src') ?? '',
          alt: valueOf(image, 'alt') ?? '',
          width: valueOf(image, 'width'),
          height: valueOf(image, 'height'),
        }
      : null,
    remedies: [...found].flatMap(name => REMEDIES.find(remedy => remedy.id === name)?.id ?? []),
    extensions: [...readExtensions(element, reading), ...readInnerExtensions(element, reading, 'REMEDIES')],
  }
}

/** P3P 1.0, 3.2.4: who answers for the site, and at least one way to reach them. */
function checkEntity(data: readonly P3pData[], element: LocatedElement, reading: Reading) {
  const given = data.filter(datum => datum.value !== null).map(datum => referredData(datum).element?.name ?? '')
  if (!given.includes('business.name')) reading.report('p3p-entity-name-missing', {}, element)
  if (!given.some(name => name.startsWith('business.contact-info'))) {
    reading.report('p3p-entity-contact-missing', {}, element)
  }
}

/** P3P 1.0, 3.2.2: a choice needs a page to make it on. */
function checkChoicesPage(statements: readonly P3pStatement[], element: LocatedElement, reading: Reading) {
  const uses = statements.flatMap(statement => [...statement.purposes, ...statement.recipients])
  const chosen = uses.filter(use => use.required === 'opt-in' || use.required === 'opt-out').map(use => use.id)
  if (chosen.length === 0 || valueOf(element, 'opturi') !== null) return
  reading.report('p3p-opturi-missing', { uses: [...new Set(chosen)].join(', ') }, element)
}

/** P3P 1.0, 3.2.2 POLICY. */
export function readPolicy(element: LocatedElement, reading: Reading): P3pPolicy {
  const entity = reading.child(element, 'ENTITY')
  const entityData = entity === undefined ? [] : readData(entity, reading, checkEntityDatum)
  if (entity !== undefined) checkEntity(entityData, entity, reading)
  const access = reading.children(reading.child(element, 'ACCESS')).map(child => child.name)
  const disputes = reading.children(element, 'DISPUTES-GROUP')
  if (disputes.length === 0) reading.report('p3p-disputes-missing', {}, element)
  const test = reading.child(element, 'TEST')
  if (test !== undefined) reading.report('p3p-test', {}, test)
  const statements = reading.children(element, 'STATEMENT').map(child => readStatement(child, reading))
  checkChoicesPage(statements, element, reading)
  return {
    name: valueOf(element, 'name') ?? '',
    discuri: valueOf(element, 'discuri') ?? '',
    opturi: valueOf(element, 'opturi'),
    lang: valueOf(element, 'xml:lang'),
    test: test !== undefined,
    entity: entityData,
    access: access.flatMap(name => ACCESS.find(term => term.id === name)?.id ?? [])[0] ?? null,
    disputes: disputes.flatMap(group =>
      reading.children(group, 'DISPUTES').map(dispute => readDispute(dispute, reading)),
    ),
    statements,
    extensions: [
      ...readExtensions(element, reading),
      ...readInnerExtensions(element, reading, 'ENTITY', 'ACCESS', 'DISPUTES-GROUP'),
      ...readInnerExtensions(entity, reading, 'DATA-GROUP'),
    ],
  }
}
