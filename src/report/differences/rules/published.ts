import { POLICY_REFERENCE } from '../../../compile/index.ts'
import type { Observation, PublishedFileObservation, PublishedPath } from '../../../model/index.ts'
import { gpcStatement } from '../../../publish/index.ts'
import type { Context } from '../context.ts'
import { type Difference, type DifferenceRule, difference } from '../difference.ts'
import { ofKind } from '../seen-things.ts'
import { subject } from '../subject.ts'

const byVisitor = ({ state }: Observation): boolean => state !== 'robot'

/** The files that were fetched, each path once. */
const fileAt = (context: Context, path: PublishedPath): PublishedFileObservation | undefined =>
  ofKind(context.observations, 'published-file').find(file => file.path === path && byVisitor(file))

const isThere = ({ status }: PublishedFileObservation): boolean => status >= 200 && status < 300

const referenceMissing: DifferenceRule = context => {
  const file = fileAt(context, POLICY_REFERENCE)
  if (context.policy.p3p.header === 'never' || file === undefined || isThere(file)) return []
  return [
    difference({
      code: 'policy-unpublished',
      data: { what: 'reference', where: POLICY_REFERENCE },
      subject: subject.published(POLICY_REFERENCE),
      host: null,
      paths: [['p3p'], ['site', 'url']],
      evidence: [file],
    }),
  ]
}

function read(text: string | null): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null
  } catch {
    return null
  }
}

/** Files that say what the declaration says of one key; a file that is not JSON is none of ours, but `gpc.json` must be. */
function fileDiffers(
  context: Context,
  path: PublishedPath,
  expected: Readonly<Record<string, unknown>>,
): readonly Difference[] {
  const file = fileAt(context, path)
  if (file === undefined || !isThere(file) || file.text === null) return []
  const said = read(file.text)
  if (said === null || Object.entries(expected).every(([key, value]) => said[key] === value)) return []
  return [
    difference({
      code: 'policy-differs',
      data: { what: path === '/policy.json' ? 'policy' : 'file', where: path, more: 'none', less: 'none' },
      subject: subject.published(path),
      host: null,
      paths: [['site', 'url']],
      evidence: [file],
    }),
  ]
}

/** Whoever is led to the notice must find it. */
const noticeMissing: DifferenceRule = context => {
  const { policy, addresses } = context
  const page = new URL(policy.site.policyPage)
  const evidence = ofKind(context.observations, 'request').filter(seen => {
    if (
      !byVisitor(seen) ||
      seen.type !== 'document' ||
      seen.status === null ||
      seen.status < 400 ||
      !URL.canParse(seen.url)
    )
      return false
    const url = new URL(seen.url)
    return url.pathname === page.pathname && addresses.host(url.hostname) === page.hostname
  })
  if (evidence.length === 0) return []
  return [
    difference({
      code: 'policy-unpublished',
      data: { what: 'notice', where: page.pathname },
      subject: subject.published('notice'),
      host: null,
      paths: [
        ['site', 'pages', 'policy'],
        ['site', 'url'],
      ],
      evidence,
    }),
  ]
}

/** The files and pages in which a site publishes its policy: there, and of the policy that is declared. */
export const published: DifferenceRule = context => [
  ...referenceMissing(context),
  ...noticeMissing(context),
  ...fileDiffers(context, '/policy.json', { hash: context.policy.hash }),
  ...fileDiffers(context, '/.well-known/gpc.json', { gpc: gpcStatement(context.policy).gpc }),
]
