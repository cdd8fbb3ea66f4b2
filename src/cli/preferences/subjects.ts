import { decodeCompact, LENGTH_LIMIT, p3pOfCompact } from '../../codec/compact/index.ts'
import { cli } from '../../messages/index.ts'
import type { P3pPolicy, Policy } from '../../model/index.ts'
import { ownDataElements, type SchemaElements } from '../../vocabulary/index.ts'
import { isFileName } from '../file-name.ts'
import { type JudgedCookie, readJudgedFile } from '../judge-input.ts'
import { readLines } from '../lines.ts'
import { type Io, WrongUse } from '../verb.ts'

/** What is judged by somebody's preferences: a site's policy, in whatever form it was given. */
export interface Subject {
  /** What to call it where there are several. */
  readonly name: string
  readonly header: string
  readonly cookies: readonly JudgedCookie[] | null
  /** null: there is none. */
  readonly policy: Policy | P3pPolicy | null
  /** The data schema that came with it. */
  readonly own?: SchemaElements
}

/** A compact policy stands for a full one, though it tells less (P3P 1.0, 4.6). */
function ofHeader(header: string): Subject {
  const { policy, tokens } = decodeCompact(header)
  const full = policy === null || tokens.length === 0 ? null : p3pOfCompact(policy)
  return { name: header, header, cookies: null, policy: full }
}

/** The policies of a file; null where it cannot be read, and that was told. */
async function ofFile(file: string, io: Io): Promise<readonly Subject[] | null> {
  const read = await readJudgedFile(file, io)
  if (read === null) return null
  const { header, cookies, policy, p3p } = read
  if (policy !== undefined) return [{ name: file, header, cookies, policy }]
  const own = ownDataElements(p3p?.schema?.definitions ?? []).elements
  return (p3p?.policies ?? []).map(found => ({ name: found.name, header, cookies, policy: found, own }))
}

/** What the words of the command name, piece by piece: a file, a header, or a line of standard input each. */
export async function* subjectsOf(words: readonly string[], io: Io): AsyncGenerator<readonly Subject[] | null> {
  const [first] = words
  if (first === undefined) throw new WrongUse(cli[io.language]['judge.nothing'])
  if (words.length > 1 || (first !== '-' && !isFileName(first))) yield [ofHeader(words.join(' '))]
  else if (first !== '-') yield await ofFile(first, io)
  else for await (const line of readLines(io.stdin(), LENGTH_LIMIT)) yield [ofHeader(line)]
}
