import type { P3pExtension, P3pPolicy, P3pPolicyRef, P3pStatement, P3pUse, XmlElement } from '../../model/index.ts'
import { P3P11_NAMESPACE } from './namespaces.ts'

/** GROUP-INFO is IBM's, but files have it in every namespace. */
const KNOWN: readonly string[] = ['GROUP-INFO', 'STATEMENT-GROUP', 'STATEMENT-GROUP-DEF', 'OUR-HOST', 'JURISDICTION']

const elementsOf = ({ content }: P3pExtension): readonly XmlElement[] =>
  content.filter((child): child is XmlElement => typeof child !== 'string')

const isPrimaryPurpose = ({ name }: XmlElement) => name.toLowerCase() === 'ppurpose'

/** Whether we know what an extension says. */
export const isKnownExtension = (extension: P3pExtension): boolean =>
  elementsOf(extension).length > 0 &&
  elementsOf(extension).every(
    element => element.namespace === P3P11_NAMESPACE || KNOWN.includes(element.name) || isPrimaryPurpose(element),
  )

const named = (extensions: readonly P3pExtension[], name: string): readonly XmlElement[] =>
  extensions.flatMap(elementsOf).filter(element => element.name === name)

/** P3P 1.1 STATEMENT-GROUP-DEF: statements that are shown, and accepted or refused, together. */
export interface StatementGroup {
  readonly id: string
  readonly description: string | null
  readonly consent: string | null
}

export const statementGroups = (policy: P3pPolicy): readonly StatementGroup[] =>
  named(policy.extensions, 'STATEMENT-GROUP-DEF').map(({ attributes }) => ({
    id: attributes['id'] ?? '',
    description: attributes['short-description'] ?? null,
    consent: attributes['consent'] ?? null,
  }))

/** The id of the statement's P3P 1.1 group; files in the wild say `name` instead of `id`. */
export function statementGroupOf({ extensions }: P3pStatement): string | null {
  const [group] = named(extensions, 'STATEMENT-GROUP')
  return group?.attributes['id'] ?? group?.attributes['name'] ?? null
}

/** What IBM's editor, and others after it, called the statement. */
export const groupInfoName = ({ extensions }: P3pStatement): string | null =>
  named(extensions, 'GROUP-INFO')[0]?.attributes['name'] ?? null

/** The 23 primary purposes of P3P 1.1. */
const PRIMARY_PURPOSES: readonly string[] = (
  'account arts browsing charity communicate custom delivery downloads education feedback finmgt gambling ' +
  'gaming government health login marketing news payment sales search state surveys'
).split(' ')

/** P3P 1.1: what the visitor came for. */
export const primaryPurposes = ({ extensions }: P3pStatement): readonly string[] =>
  extensions
    .flatMap(elementsOf)
    .filter(isPrimaryPurpose)
    .flatMap(element => elementsOf({ mandatory: false, content: element.children }).map(({ name }) => name))
    .filter(name => PRIMARY_PURPOSES.includes(name))

/** P3P 1.1 JURISDICTION: where recipients sit. */
export interface Jurisdiction {
  readonly service: string
  readonly description: string | null
}

export const jurisdictions = ({ extensions }: Pick<P3pUse<string>, 'extensions'>): readonly Jurisdiction[] =>
  named(extensions, 'JURISDICTION').map(({ attributes }) => ({
    service: attributes['service'] ?? '',
    description: attributes['short-description'] ?? null,
  }))

/** P3P 1.1 OUR-HOST: hosts of the same owner, `*.example.com` among them. */
export const ownHosts = ({ extensions }: P3pPolicyRef): readonly string[] =>
  named(extensions, 'OUR-HOST').flatMap(({ attributes }) => attributes['name'] ?? [])
