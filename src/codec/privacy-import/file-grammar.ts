import { IMPORT_ZONES } from '../../model/index.ts'
import { FILE_ACTIONS } from './words.ts'

/** An attribute of the file: what it may say (null: a text), and what is read where it says nothing that can be read. */
export interface FileAttribute {
  readonly values: readonly string[] | null
  readonly otherwise: string
}

export interface FileElement {
  readonly attributes: Readonly<Record<string, FileAttribute>>
  /** Children that stand once at most; those of `sequence` must stand, and in this order. */
  readonly single: readonly string[]
  readonly sequence: readonly string[]
  readonly many: readonly string[]
}

const action: FileAttribute = { values: FILE_ACTIONS, otherwise: 'accept' }
const version: FileAttribute = { values: ['6'], otherwise: '6' }
const text: FileAttribute = { values: null, otherwise: '' }
const leaf = { single: [], sequence: [], many: [] } as const
const EMPTY: FileElement = { ...leaf, attributes: {} }

const party: FileElement = {
  ...leaf,
  attributes: {
    noPolicyDefault: action,
    noRuleDefault: action,
    alwaysAllowSession: { values: ['yes', 'no'], otherwise: 'no' },
  },
  many: ['if'],
}

/** The elements of a privacy import file. Every attribute is required. */
export const FILE_ELEMENTS: Readonly<Record<string, FileElement>> = {
  MSIEPrivacy: { ...EMPTY, single: ['MSIEPrivacySettings', 'MSIESiteRules'] },
  MSIEPrivacySettings: {
    attributes: { formatVersion: version },
    single: ['alwaysReplayLegacy', 'flushCookies', 'flushSiteList'],
    sequence: [],
    many: ['p3pCookiePolicy'],
  },
  p3pCookiePolicy: {
    ...leaf,
    attributes: { zone: { values: IMPORT_ZONES, otherwise: '' } },
    sequence: ['firstParty', 'thirdParty'],
  },
  firstParty: party,
  thirdParty: party,
  if: { ...leaf, attributes: { expr: text, action } },
  alwaysReplayLegacy: EMPTY,
  flushCookies: EMPTY,
  flushSiteList: EMPTY,
  MSIESiteRules: { ...leaf, attributes: { formatVersion: version }, many: ['site'] },
  site: { ...leaf, attributes: { domain: text, action: { values: ['accept', 'reject'], otherwise: '' } } },
}

/** The name that was meant by one in other letters. */
export const nameInLetters = (written: string, names: readonly string[]): string | undefined =>
  names.includes(written) ? written : names.find(name => name.toLowerCase() === written.toLowerCase())
