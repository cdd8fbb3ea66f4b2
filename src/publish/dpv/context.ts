import { DPV_PREFIXES } from '../../vocabulary/bridges/index.ts'

const BY_LANGUAGE = ['skos:prefLabel', 'dct:title', 'dct:description', 'skos:note', 'dpv:hasName'] as const

const REFERENCES = [
  'skos:broader',
  'skos:related',
  'dct:conformsTo',
  'dct:source',
  'time:unitType',
  'dpv:hasDataController',
  'dpv:hasEntityInvolvement',
  'dpv:hasLegalBasis',
  'dpv:hasNecessity',
  'dpv:isExercisedAt',
] as const

const each = <Definition>(keys: readonly string[], definition: Definition): Readonly<Record<string, Definition>> =>
  Object.fromEntries(keys.map(key => [key, definition]))

/** The whole context, in the document itself: nothing need be fetched to understand it. */
export const contextAt = (base: string) => ({
  '@version': 1.1,
  '@base': base,
  ...DPV_PREFIXES,
  dct: 'http://purl.org/dc/terms/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  time: 'http://www.w3.org/2006/time#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  ...each(BY_LANGUAGE, { '@container': '@language' }),
  ...each(REFERENCES, { '@type': '@id' }),
  'dct:valid': { '@type': 'xsd:date' },
  'time:numericDuration': { '@type': 'xsd:decimal' },
})
