import type { CategoryId } from './categories.ts'

/** `#name` of the base data schema stands under this URI unless DATA-GROUP/@base says otherwise. */
export const BASE_SCHEMA_URI = 'http://www.w3.org/TR/P3P/base'

/**
 * One member of a structure, or one top element.
 * With `type` it has that structure's members; `categories` are those given at this very place.
 * `'variable'`: the categories are chosen where the element is used.
 */
export interface SchemaNode {
  readonly name: string
  readonly type?: string
  readonly categories?: readonly CategoryId[] | 'variable'
}

/** P3P 1.0, 5.3: DATA-DEF (an element) or DATA-STRUCT (a structure that elements are made of). */
export interface SchemaDefinition {
  readonly kind: 'element' | 'structure'
  /** Dotted: `order.number`. */
  readonly name: string
  /** The structure it is made of, as written: `#postal`, or with a schema's URI before the `#`. */
  readonly structref: string | null
  readonly categories: readonly CategoryId[]
}

const PHYSICAL = ['physical'] as const
const ONLINE = ['online'] as const
const DEMOGRAPHIC = ['demographic'] as const
const UNIQUEID = ['uniqueid'] as const
const COMPUTER = ['computer'] as const
const NAVIGATION = ['navigation'] as const
const INTERACTIVE = ['interactive'] as const

const nodes = (categories: readonly CategoryId[] | 'variable', ...names: string[]): SchemaNode[] =>
  names.map(name => ({ name, categories }))

/** P3P 1.0, 5.5 and appendix 3: the structures, each with its members in document order. */
export const DATA_STRUCTURES: Readonly<Record<string, readonly SchemaNode[]>> = {
  date: nodes(
    'variable',
    'ymd.year',
    'ymd.month',
    'ymd.day',
    'hms.hour',
    'hms.minute',
    'hms.second',
    'fractionsecond',
    'timezone',
  ),
  personname: [
    { name: 'prefix', categories: DEMOGRAPHIC },
    ...nodes(PHYSICAL, 'given', 'family', 'middle'),
    ...nodes(DEMOGRAPHIC, 'suffix', 'nickname'),
  ],
  login: nodes(UNIQUEID, 'id', 'password'),
  certificate: nodes(UNIQUEID, 'key', 'format'),
  telephonenum: nodes(PHYSICAL, 'intcode', 'loccode', 'number', 'ext', 'comment'),
  postal: [
    { name: 'name', type: 'personname' },
    { name: 'street', categories: PHYSICAL },
    ...nodes(DEMOGRAPHIC, 'city', 'stateprov', 'postalcode', 'organization', 'country'),
  ],
  telecom: ['telephone', 'fax', 'mobile', 'pager'].map(name => ({ name, type: 'telephonenum', categories: PHYSICAL })),
  online: nodes(ONLINE, 'email', 'uri'),
  contact: [
    { name: 'postal', type: 'postal' },
    { name: 'telecom', type: 'telecom', categories: PHYSICAL },
    { name: 'online', type: 'online', categories: ONLINE },
  ],
  uri: nodes('variable', 'authority', 'stem', 'querystring'),
  ipaddr: [
    { name: 'hostname', categories: COMPUTER },
    { name: 'partialhostname', categories: DEMOGRAPHIC },
    { name: 'fullip', categories: COMPUTER },
    { name: 'partialip', categories: DEMOGRAPHIC },
  ],
  loginfo: [
    { name: 'uri', type: 'uri', categories: NAVIGATION },
    { name: 'timestamp', type: 'date', categories: NAVIGATION },
    { name: 'clientip', type: 'ipaddr' },
    ...nodes(NAVIGATION, 'other.httpmethod', 'other.bytes', 'other.statuscode'),
  ],
  httpinfo: [
    { name: 'referer', type: 'uri', categories: NAVIGATION },
    { name: 'useragent', categories: COMPUTER },
  ],
}

const PERSON: readonly SchemaNode[] = [
  { name: 'name', type: 'personname' },
  { name: 'bdate', type: 'date', categories: DEMOGRAPHIC },
  { name: 'login', type: 'login', categories: UNIQUEID },
  { name: 'cert', type: 'certificate', categories: UNIQUEID },
  ...nodes(DEMOGRAPHIC, 'gender', 'employer', 'department', 'jobtitle'),
  { name: 'home-info', type: 'contact' },
  { name: 'business-info', type: 'contact' },
]

/** P3P 1.0, 5.6 and appendix 3: the four data sets. */
export const DATA_SETS: Readonly<Record<string, readonly SchemaNode[]>> = {
  user: PERSON,
  thirdparty: PERSON,
  business: [
    ...nodes(DEMOGRAPHIC, 'name', 'department'),
    { name: 'cert', type: 'certificate', categories: UNIQUEID },
    { name: 'contact-info', type: 'contact' },
  ],
  dynamic: [
    { name: 'clickstream', type: 'loginfo' },
    { name: 'http', type: 'httpinfo' },
    ...nodes(NAVIGATION, 'clientevents'),
    ...nodes('variable', 'cookies', 'miscdata'),
    ...nodes(INTERACTIVE, 'searchtext', 'interactionrecord'),
  ],
}
