/**
 * Writes `docs/rules.md` from the tables of `src/judge`: every rule that can decide about a cookie with its clause and
 * its sentence, and every browser with its deviations from the draft and where they are known from. A test holds the page
 * to the tables.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BROWSER_IDS, BROWSERS, type BrowserProfile, SENDING_RULES, SETTING_RULES } from '../src/judge/cookies/index.ts'
import { type CookieRules, DRAFT_RULES } from '../src/judge/cookies/profile.ts'
import { sayBrowser, sayRule, saySending } from '../src/messages/index.ts'

export const PAGE = join(import.meta.dirname, '../docs/rules.md')

/** What each parameter of a browser says. */
const PARAMETERS: Readonly<Record<keyof CookieRules, string>> = {
  dialect: 'how a line is read',
  plainOnly: 'whether it is known only for lines by the book how they are read',
  pairLimit: 'the most bytes of name and value together',
  trustsLoopback: 'whether `localhost` and the like count as encrypted',
  prefixes: 'the prefixes of names that are protected',
  hostPrefixAsWritten: 'whether `__Host-` is judged by `Path` and `Domain` as they are written',
  suffixOwnCookie: 'whether a public suffix may name itself in `Domain`',
  noneWantsSecure: 'whether `SameSite=None` needs `Secure`',
  partitioned: 'whether `Partitioned` is known',
  partitionedWantsSecure: 'whether `Partitioned` needs `Secure`',
  laxByDefault: 'whether a cookie without `SameSite` counts as `Lax`',
  laxPostSeconds: 'how many seconds such a cookie goes along with forms posted from other sites',
  sameSiteBy: 'what makes a place of the same site, for `SameSite`',
  firstPartyBy: 'what makes a place first-party, for the jar',
  sameSiteOnSetting: 'whether `Lax` and `Strict` are refused when a third party sets them',
  thirdParty: 'what becomes of the cookies of third parties',
  redirects: 'what a redirect through another site takes from what a page loads',
  redirectedLinks: 'whether a redirect through another site counts for links too',
  cap: 'the most days a cookie lives',
  limits: 'how many cookies, and bytes, a site may have',
  guardsAround: 'whether a `Secure` cookie is guarded against those of other paths and domains too',
  newValueIsNew: 'whether a cookie with a new value counts as newly made',
  domainsFirst: 'whether cookies of a domain are sent before those of the host alone',
}

const EVIDENCE: Readonly<Record<BrowserProfile['evidence'], string>> = {
  measured: 'Seen, on the whole, in the browser itself.',
  source: 'Read, on the whole, in its source.',
  documented: 'Told, on the whole, by its maker or by others.',
}

/** Stands for what a sentence speaks of. */
const EXAMPLE = {
  name: 'id',
  domain: 'shop.example',
  bytes: 5000,
  host: 'www.shop.example',
  site: 'https://shop.example',
  top: 'https://news.example',
  days: 400,
}

/** Where the example would not be one. */
const OTHER_DOMAINS: Readonly<Record<string, string>> = { 'public-suffix': 'co.uk', 'domain-mismatch': 'cart.example' }

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

const settingRules = (): string =>
  table(
    ['Rule', 'Clause', 'What it says'],
    Object.entries(SETTING_RULES).map(([rule, clause]) => [
      `\`${rule}\``,
      clause,
      sayRule(rule, { ...EXAMPLE, domain: OTHER_DOMAINS[rule] ?? EXAMPLE.domain }, 'en'),
    ]),
  )

const sendingRules = (): string =>
  table(
    ['Rule', 'Clause', 'What it says'],
    Object.entries(SENDING_RULES).map(([rule, clause]) => [`\`${rule}\``, clause, saySending(rule, 'en')]),
  )

/** A parameter's value in few words. */
function shown(value: unknown): string {
  if (value === null) return 'not known'
  if (value === Number.POSITIVE_INFINITY) return 'no limit'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(one => `\`${one}\``).join(', ')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .map(
      ([key, inner]) => `${key}: ${typeof inner === 'object' && inner !== null ? `(${shown(inner)})` : shown(inner)}`,
    )
    .join(', ')
}

const draft = (): string =>
  table(
    ['Parameter', 'What it says', 'The draft'],
    Object.entries(PARAMETERS).map(([key, says]) => [`\`${key}\``, says, shown(DRAFT_RULES[key as keyof CookieRules])]),
  )

function browserPart(id: (typeof BROWSER_IDS)[number]): string {
  const { version, evidence, rules, sources } = BROWSERS[id]
  const rows = Object.entries(sources).map(([key, { by, where }]) => [
    `\`${key}\``,
    shown(rules[key as keyof CookieRules]),
    `${by}: ${where}`,
  ])
  const heading = `### ${sayBrowser(id, 'en')} ${version} (\`${id}\`)\n\n${EVIDENCE[evidence]}`
  const twin = BROWSER_IDS.find(other => BROWSERS[other].rules === rules && BROWSERS[other].sources === sources)
  if (twin !== undefined && twin !== id) return `${heading} The same rules as \`${twin}\`.`
  return `${heading}\n\n${table(['Parameter', 'Value', 'Known from'], rows)}`
}

export const rulesPage = (): string => `# What decides about a cookie

\`candor judge\` follows a cookie through these rules, in a browser's place: first whether it is kept, then whether it is
sent. The rule that decided stands in every answer, by its code, which is never renamed. Clauses are those of RFC 6265bis
(draft-ietf-httpbis-rfc6265bis, "6265bis") and of draft-ietf-httpbis-layered-cookies; CHIPS is the proposal for
\`Partitioned\`. "browser" marks what the drafts leave to the browser, "not known" what nobody could tell us, and what is
therefore not guessed.

This page is made from the tables in \`src/judge\` by \`npx tsx scripts/rules-doc.ts\`.

## Whether it is kept

The first rule that refuses the cookie decides, in this order; a cookie that none refuses is kept. The sentences are those
of an example: www.shop.example sets a cookie, on a page of news.example where it is embedded.

${settingRules()}

## Whether it is sent

${sendingRules()}

## Where browsers part from the draft

All browsers are judged by the same rules, with these parameters.

${draft()}

${BROWSER_IDS.map(browserPart).join('\n\n')}

## What is left out

- Lists of trackers. Edge, Brave and Firefox's strict protection block or partition more for hosts on their lists; the
  answers hold for hosts that are on none.
- What a visitor allows or forbids for single sites, grants of the Storage Access API, and extensions.
- When a browser deletes what it has kept: at the end of private windows, after weeks without a visit, or because a site
  only passed visitors on.
`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(PAGE, rulesPage())
