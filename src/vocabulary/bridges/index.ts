export { type Link, type Match, TARGETS, type Target, UNMAPPED, type Unmapped } from './bridge.ts'
export {
  bridgedTerms,
  type Coverage,
  conceptsOf,
  coverage,
  fromDpv,
  fromFides,
  toDpv,
  toFides,
  whyUnmapped,
} from './cross.ts'
export { DPV_FRAME } from './dpv-frame.ts'
export { BRIDGES, type BridgeFamily, nameOf, type P3pTerm, RETURNS } from './tables.ts'
export { CHECKED, DPV_PREFIXES, dpvIri, FORMER_FIDES, shortDpv } from './versions.ts'
