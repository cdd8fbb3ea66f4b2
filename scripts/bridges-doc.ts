/**
 * Writes `docs/bridges.md` from the tables of `src/vocabulary/bridges`: every row with how well it matches, what has no
 * counterpart and why, in both directions. A test holds the page to the tables.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  BRIDGES,
  type BridgeFamily,
  bridgedTerms,
  CHECKED,
  coverage,
  dpvIri,
  FORMER_FIDES,
  fromDpv,
  fromFides,
  type Link,
  nameOf,
  type P3pTerm,
  RETURNS,
  type Target,
  toDpv,
  toFides,
  type Unmapped,
  whyUnmapped,
} from '../src/vocabulary/bridges/index.ts'
import { dataElements } from '../src/vocabulary/index.ts'

export const PAGE = join(import.meta.dirname, '../docs/bridges.md')

const FAMILIES: Readonly<Record<BridgeFamily, string>> = {
  purpose: 'Purposes',
  recipient: 'Recipients',
  retention: 'Retention',
  category: 'Categories',
  choice: 'Choices (`required`)',
  access: 'Access',
  dispute: 'Who settles complaints',
  remedy: 'Remedies',
  marker: 'Markers',
  basis: 'Legal bases (GDPR, Article 6; not of P3P)',
  data: 'Base data schema',
}

const WHY: Readonly<Record<Unmapped, string>> = {
  'not-said': 'nothing says it',
  absence: 'it says that something is absent, and only what is there has names',
  'own-words': 'what it means stands in the site’s own words',
  organisation: 'it tells of an organisation, not of a person',
  mechanics: 'it concerns the mechanics of P3P',
  'free-text': 'it is left to free text',
  setting: 'it tells of the setting of a use, not of what the use is for',
}

/** `=` the same, `<` the term is part of the concept, `>` the concept is part of the term, `~` they overlap or are near. */
const SIGNS = { exact: '=', broader: '<', narrower: '>', related: '~' } as const

const across = (target: Target, of: P3pTerm): readonly Link[] => (target === 'dpv' ? toDpv(of) : toFides(of))

const written = (target: Target, name: string): string =>
  target === 'dpv' ? `[\`${name}\`](${dpvIri(name)})` : `\`${name}\``

function cell(target: Target, of: P3pTerm): string {
  const why = whyUnmapped(of, target)
  if (why !== null) return `– *${WHY[why]}*`
  return across(target, of)
    .map(({ to, match }) => `${SIGNS[match]} ${written(target, to)}`)
    .join('<br>')
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

const familyTable = (family: BridgeFamily): string =>
  `### ${FAMILIES[family]}\n\n${table(
    ['P3P', 'DPV', 'fideslang'],
    Object.keys(BRIDGES[family]).map(id => [`\`${id}\``, cell('dpv', { family, id }), cell('fides', { family, id })]),
  )}`

function returnTable(target: Target): string {
  const rows = Object.entries(RETURNS[target]).map(([name, links]) => {
    const back = target === 'dpv' ? fromDpv(name) : fromFides(name)
    const terms = back.map(({ to, match }) => `${SIGNS[match]} \`${nameOf(to)}\``).join('<br>')
    return [written(target, name), typeof links === 'string' ? `– *${WHY[links]}*` : terms]
  })
  return table([CHECKED[target].name, 'P3P'], rows)
}

const percent = (part: number, all: number): string => `${Math.round((100 * part) / all)} %`

const TARGET_NAMES: Readonly<Record<Target, string>> = { dpv: 'DPV', fides: 'fideslang' }

/** One line a vocabulary: how many of the terms, and of the data elements, have a counterpart. */
export function shares(): readonly string[] {
  const words = coverage(bridgedTerms().filter(({ family }) => family !== 'data'))
  const elements = coverage([...dataElements().keys()].map(id => ({ family: 'data', id })))
  return words.map(({ target, mapped, exact, all }) => {
    const data = elements.find(share => share.target === target) ?? { mapped: 0, all: 1 }
    return (
      `P3P -> ${TARGET_NAMES[target]}: ${mapped} of ${all} terms (${percent(mapped, all)}), ${exact} of them exactly; ` +
      `${data.mapped} of ${data.all} data elements (${percent(data.mapped, data.all)})`
    )
  })
}

const versionOf = (target: Target): string => {
  const { name, version, date, home } = CHECKED[target]
  return `[${name} ${version}](${home})${date === null ? '' : ` of ${date}`}`
}

/** The whole page. */
export function bridgesPage(): string {
  const families = Object.keys(FAMILIES) as BridgeFamily[]
  const former = Object.entries(FORMER_FIDES).map(([was, is]) => [`\`${was}\``, `\`${is}\``])
  return `# Bridges to what is used today

How the words of P3P stand to those of the W3C Data Privacy Vocabulary (DPV) and of fideslang. Made from the tables in
\`src/vocabulary/bridges\` by \`npx tsx scripts/bridges-doc.ts\`; do not edit it by hand.

Every name was looked up in ${versionOf('dpv')} and ${versionOf('fides')}.

${shares()
  .map(line => `- ${line}`)
  .join('\n')}

The signs are those of SKOS mappings, read from P3P:

- \`=\` **exact**: the same. Only this way nothing is lost there and back.
- \`<\` **broader**: the concept covers more than the term. What comes under the term comes under it; not the other way round.
- \`>\` **narrower**: the concept is part of what the term covers.
- \`~\` **related**: they overlap or are neighbours; nothing follows from one for the other.
- \`–\`: there is no counterpart, and why.

\`candor build\` writes a policy as \`dpv.jsonld\`. There each use of data is a concept of the site’s own: it comes under
(\`skos:broader\`) what is exact or broader here, names the rest as \`skos:related\`, and keeps the term of P3P as
\`skos:notation\`. A choice of the visitor’s
stands in \`dpv:hasEntityInvolvement\`.

## From P3P

${families.map(familyTable).join('\n\n')}

An element without a row of its own is covered by the row of the set it is part of: \`user.bdate.ymd.year\` by
\`user.bdate\`. \`thirdparty\` is mapped as \`user\` is, but never exactly.

## To P3P

Every concept above leads back to its terms, with the sign turned round. Those below are reached by no term: the top
concepts of DPV’s purposes and personal data and the top uses and categories of fideslang, and others that a policy may
need. The signs are read from the concept.

### From DPV

${returnTable('dpv')}

### From fideslang

${returnTable('fides')}

Former keys of fideslang are read as what replaced them:

${table(['former', 'now'], former)}
`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(PAGE, bridgesPage())
  console.info(shares().join('\n'))
}
