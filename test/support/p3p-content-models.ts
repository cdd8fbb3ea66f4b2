import { SaxesParser } from 'saxes'

const ACCESS = 'nonident|all|contact-and-other|ident-contact|other-ident|none'
const PURPOSE =
  'current|admin|develop|tailoring|pseudo-analysis|pseudo-decision|individual-analysis|individual-decision|contact|historical|telemarketing|other-purpose'
const RECIPIENT = 'ours|same|other-recipient|delivery|public|unrelated'
const RETENTION = 'no-retention|stated-purpose|legal-requirement|indefinitely|business-practices'
const CATEGORY =
  'physical|online|uniqueid|purchase|financial|computer|navigation|interactive|demographic|content|state|political|health|preference|location|government|other-category'

const EMPTY = ''
const TEXT = '(#text)?'
const extended = (model: string) => `(EXTENSION)*${model}(EXTENSION)*`

type Model = readonly [content: string, attributes: string]

/** The same model for each of the names. */
const each = (names: string, ...model: Model) => Object.fromEntries(names.split('|').map(name => [name, model]))

/** P3P 1.0, appendix 4: what each element holds, as a pattern over the names of its children; `!` is an attribute it must have. */
const MODELS: Readonly<Record<string, Model>> = {
  META: [extended('POLICY-REFERENCES(POLICIES)?'), 'xml:lang'],
  'POLICY-REFERENCES': ['(EXPIRY)?(POLICY-REF)*(HINT)*(EXTENSION)*', ''],
  'POLICY-REF': ['(INCLUDE)*(EXCLUDE)*(COOKIE-INCLUDE)*(COOKIE-EXCLUDE)*(METHOD)*(EXTENSION)*', 'about!'],
  INCLUDE: [TEXT, ''],
  EXCLUDE: [TEXT, ''],
  METHOD: [TEXT, ''],
  'COOKIE-INCLUDE': [EMPTY, 'name value domain path'],
  'COOKIE-EXCLUDE': [EMPTY, 'name value domain path'],
  HINT: [EMPTY, 'scope! path!'],
  EXPIRY: [EMPTY, 'max-age date'],
  POLICIES: ['(EXPIRY)?(DATASCHEMA)?(POLICY)*', 'xml:lang'],
  POLICY: [extended('(TEST)?ENTITY,ACCESS(DISPUTES-GROUP)?(STATEMENT)+'), 'name! discuri! opturi xml:lang'],
  TEST: [EMPTY, ''],
  ENTITY: [extended('DATA-GROUP'), ''],
  ACCESS: [extended(`(${ACCESS})`), ''],
  'DISPUTES-GROUP': [extended('(DISPUTES)+'), ''],
  DISPUTES: [
    extended('(LONG-DESCRIPTION)?(IMG)?(REMEDIES)?'),
    'resolution-type! service! verification short-description',
  ],
  IMG: [EMPTY, 'src! alt! width height'],
  REMEDIES: [extended('(correct|money|law)+'), ''],
  STATEMENT: [
    extended(
      '(CONSEQUENCE)?(PURPOSE,RECIPIENT,RETENTION(DATA-GROUP)+|NON-IDENTIFIABLE(PURPOSE)?(RECIPIENT)?(RETENTION)?(DATA-GROUP)*)',
    ),
    '',
  ],
  CONSEQUENCE: [TEXT, ''],
  'NON-IDENTIFIABLE': [EMPTY, ''],
  PURPOSE: [extended(`(${PURPOSE})+`), ''],
  RECIPIENT: [extended(`(${RECIPIENT})+`), ''],
  RETENTION: [extended(`(${RETENTION})`), ''],
  'DATA-GROUP': [extended('(DATA)+'), 'base'],
  DATA: ['(CATEGORIES|#text)*', 'ref! optional'],
  CATEGORIES: [`(${CATEGORY})+`, ''],
  DATASCHEMA: ['(DATA-DEF|DATA-STRUCT|EXTENSION)*', 'xml:lang'],
  'DATA-DEF': ['(CATEGORIES)?(LONG-DESCRIPTION)?', 'name! structref short-description'],
  'DATA-STRUCT': ['(CATEGORIES)?(LONG-DESCRIPTION)?', 'name! structref short-description'],
  'LONG-DESCRIPTION': [TEXT, ''],
  'recipient-description': [TEXT, ''],
  ...each(ACCESS, EMPTY, ''),
  ...each('correct|money|law', EMPTY, ''),
  ...each(PURPOSE, EMPTY, 'required'),
  ...each(RECIPIENT, '(recipient-description)*', 'required'),
  ...each(RETENTION, EMPTY, ''),
  ...each(CATEGORY, EMPTY, ''),
  current: [EMPTY, ''],
  ours: ['(recipient-description)*', ''],
  'other-purpose': [TEXT, 'required'],
  'other-category': [TEXT, ''],
}

/** A model as a pattern over `<name>` after `<name>`. */
const pattern = (model: string) =>
  new RegExp(`^(?:${model.replace(/[#A-Za-z][A-Za-z-]*/g, name => `(?:<${name}>)`).replaceAll(',', '')})$`)

interface Open {
  readonly name: string
  readonly inExtension: boolean
  children: string
}

/** Where a P3P document departs from the recommendation's XML Schema; inside EXTENSION anything may stand. */
export function schemaFaults(xml: string): readonly string[] {
  const faults: string[] = []
  const open: Open[] = []
  const parser = new SaxesParser({ xmlns: true })
  const note = (kind: string) => {
    const top = open.at(-1)
    if (top !== undefined) top.children += `<${kind}>`
  }
  parser.on('error', error => faults.push(error.message))
  parser.on('text', text => {
    if (text.trim() !== '') note('#text')
  })
  parser.on('opentag', tag => {
    const outer = open.at(-1)
    const inExtension = outer !== undefined && (outer.inExtension || outer.name === 'EXTENSION')
    if (!inExtension) {
      note(tag.local)
      if (tag.uri !== 'http://www.w3.org/2002/01/P3Pv1') faults.push(`${tag.name} is not in the P3P namespace`)
      const given = Object.keys(tag.attributes).filter(name => name !== 'xmlns')
      if (tag.local !== 'EXTENSION') faults.push(...attributeFaults(tag.local, given))
    }
    open.push({ name: tag.local, inExtension, children: '' })
  })
  parser.on('closetag', () => {
    const { name, inExtension, children } = open.pop() ?? { name: '', inExtension: true, children: '' }
    if (inExtension || name === 'EXTENSION') return
    const model = MODELS[name]
    if (model === undefined) faults.push(`${name} is no element of P3P`)
    else if (!pattern(model[0]).test(children)) faults.push(`${name} holds ${children}`)
  })
  parser.write(xml).close()
  return faults
}

function attributeFaults(name: string, given: readonly string[]): readonly string[] {
  const allowed = (MODELS[name]?.[1] ?? '').split(' ').filter(Boolean)
  const missing = allowed.filter(attribute => attribute.endsWith('!') && !given.includes(attribute.slice(0, -1)))
  const extra = given.filter(attribute => !allowed.includes(attribute) && !allowed.includes(`${attribute}!`))
  return [...missing.map(a => `${name} lacks ${a.slice(0, -1)}`), ...extra.map(a => `${name} has ${a}`)]
}
