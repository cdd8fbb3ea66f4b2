import { extname } from 'node:path'
import { compactOfP3p, encodeCompact } from '../codec/compact/index.ts'
import { decodeP3p, type P3pDocument } from '../codec/p3p-xml/index.ts'
import { compactHeaderOf, compile } from '../compile/index.ts'
import { declare } from '../declare/index.ts'
import { cli } from '../messages/index.ts'
import type { DeclaredCookie, LevelParty, Lifetime, P3pPolicies, Policy, Result } from '../model/index.ts'
import { ownDataElements } from '../vocabulary/index.ts'
import { readInput } from './read-input.ts'
import { tellFaults } from './tell-faults.ts'
import { type Io, WrongUse } from './verb.ts'

/** A cookie that a declaration tells of, and the header that comes with it. */
export interface JudgedCookie {
  readonly name: string
  readonly host: string
  readonly party: LevelParty
  readonly lifetime: Lifetime
  readonly header: string
}

/** What is judged: a header's value, and the cookies it is for, where they are known. */
export interface JudgedInput {
  readonly header: string
  readonly cookies: readonly JudgedCookie[] | null
  /** What a declaration compiles to. */
  readonly policy?: Policy
  /** What a P3P file holds. */
  readonly p3p?: P3pPolicies
}

const judgedCookie = (policy: Policy, { name, host, path, party, lifetime }: DeclaredCookie): JudgedCookie => ({
  name,
  host,
  party: `${party}-party`,
  lifetime: lifetime === 'session' ? 'session' : 'persistent',
  header: compactHeaderOf(policy, [{ name, host, path }]),
})

function readDeclaration(source: Uint8Array): Result<JudgedInput> {
  const declared = declare(source)
  if (!declared.ok) return declared
  const compiled = compile(declared.value.declaration, declared.value.locate)
  if (!compiled.ok) return compiled
  const policy = compiled.value
  const cookies = policy.cookies.map(cookie => judgedCookie(policy, cookie))
  return { ok: true, value: { header: compactHeaderOf(policy), cookies, policy }, issues: [] }
}

/** The policies of a file of them, or those that stand in a reference file. */
function policiesIn(document: P3pDocument): P3pPolicies | null {
  if (document.kind === 'policies') return document.policies
  return document.kind === 'reference' ? document.file.policies : null
}

function readP3p(source: Uint8Array): Result<JudgedInput> {
  const decoded = decodeP3p(source)
  if (!decoded.ok) return decoded
  const found = policiesIn(decoded.value)
  if (found === null || found.policies.length === 0) return { ok: false, issues: decoded.issues }
  const compact = compactOfP3p(found.policies, ownDataElements(found.schema?.definitions ?? []).elements)
  if (!compact.ok) return compact
  return { ok: true, value: { header: `CP="${encodeCompact(compact.value)}"`, cookies: null, p3p: found }, issues: [] }
}

const READERS: Readonly<Record<string, (source: Uint8Array) => Result<JudgedInput>>> = {
  '.yaml': readDeclaration,
  '.yml': readDeclaration,
  '.json': readDeclaration,
  '.xml': readP3p,
}

/** The file's policy as the header that it would send; null where there is none, and why was told. */
export async function readJudgedFile(file: string, io: Io): Promise<JudgedInput | null> {
  const text = cli[io.language]
  const read = READERS[extname(file).toLowerCase()]
  if (read === undefined)
    throw new WrongUse(text['judge.file-unknown']({ file, endings: Object.keys(READERS).join(', ') }))
  const source = await readInput(file, io)
  const result = read(source)
  if (result.ok) return result.value
  if (!result.issues.some(({ severity }) => severity === 'error'))
    throw new WrongUse(text['judge.file-empty']({ file }))
  tellFaults(result.issues, { file, source }, io)
  return null
}
