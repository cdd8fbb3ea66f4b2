/**
 * Counting header values: a second and core, against a straightforward loop over regular expressions that finds the same, and
 * the memory of ten million through the command itself.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Tally } from '../src/survey/index.ts'
import { tallyBlock } from '../src/survey/tally-input.ts'
import { ACCESS, CATEGORIES, PURPOSES, RECIPIENTS, REMEDIES, RETENTIONS, type Term } from '../src/vocabulary/index.ts'
import { compare, tell } from './harness.ts'

const LINES = 20_000
const TEN_MILLION = 10_000_000
const MEMORY_LIMIT_MB = 150

/** A generator with a seed: every run counts the same. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Header values as a crawl meets them: a few that thousands copied, and many that only some sites send. */
function createHeaders(): string[] {
  const random = createRandom(1)
  const terms = [...ACCESS, ...REMEDIES, ...PURPOSES, ...RECIPIENTS, ...RETENTIONS, ...CATEGORIES] as readonly Term[]
  const forms = terms.flatMap(({ token, choice }) =>
    choice ? [token, `${token}a`, `${token}i`, `${token}o`] : [token],
  )
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const kinds = Array.from({ length: 2000 }, () => {
    const tokens = new Set(Array.from({ length: 5 + Math.floor(random() * 14) }, () => pick(forms)))
    return `CP="${[...tokens].join(' ')}"`
  })
  return Array.from({ length: LINES }, () => kinds[Math.floor(kinds.length * random() ** 3)] as string)
}

const any = (table: readonly Term[]) => new RegExp(`^(?:${table.map(({ token }) => token).join('|')})[aio]?$`)
const GROUPS = [ACCESS, PURPOSES, RECIPIENTS, RETENTIONS, CATEGORIES].map(any)

/** What anyone would write first. */
function countPlainly(lines: readonly string[]): {
  readonly values: Map<string, number>
  readonly errors: number[]
  readonly bad: number
} {
  const values = new Map<string, number>()
  const errors = new Array<number>(8).fill(0)
  let bad = 0
  for (const line of lines) {
    values.set(line, (values.get(line) ?? 0) + 1)
    const tokens = (/CP="([^"]*)"/.exec(line)?.[1] ?? '').split(/\s+/)
    const lacks = GROUPS.some(group => !tokens.some(token => group.test(token)))
    const has = (pattern: RegExp) => tokens.some(token => pattern.test(token))
    const personal = has(/^(?:PHY|ONL|GOV|FIN)$/) || has(/^(?:IVA|IVD|CON|TEL)[aio]?$/)
    const conflict =
      tokens.filter(token => GROUPS[0]?.test(token)).length > 1 ||
      (has(/^NOI$/) && personal) ||
      has(/^(?:COR|MON|LAW)$/)
    const bits = (lacks ? 2 : 0) + (conflict ? 4 : 0)
    errors[bits] = (errors[bits] ?? 0) + 1
    const identified = has(/^(?:PHY|ONL|GOV|FIN)$/)
    const objected =
      has(/^(?:SAM|OTR|UNR|PUB|IVA|IVD|CON|TEL|OTP)a?$/) ||
      !has(/^(?:CUR|ADM|DEV|TAI|PSA|PSD|IVA|IVD|CON|HIS|TEL|OTP)[aio]?$/)
    if (identified && objected) bad++
  }
  return { values, errors, bad }
}

/** Counts so many values through the built command, and tells the most memory it took (megabytes). */
async function peakMemory(block: string): Promise<number> {
  const command = join(import.meta.dirname, '../dist/bin/candor.js')
  const report = "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'))"
  const preload = `data:text/javascript,${encodeURIComponent(report)}`
  const child = spawn(process.execPath, [
    '--import',
    preload,
    command,
    'survey',
    '--format',
    'values',
    '--summary-only',
  ])
  let talk = ''
  child.stderr.on('data', piece => {
    talk += piece
  })
  child.stdout.resume()
  for (let written = 0; written < TEN_MILLION; written += LINES) {
    if (!child.stdin.write(block)) await once(child.stdin, 'drain')
  }
  child.stdin.end()
  await once(child, 'exit')
  return Math.max(...[...talk.matchAll(/peak (\d+)/g)].map(match => Number(match[1]))) / 1024
}

export async function bench(): Promise<boolean> {
  const headers = createHeaders()
  const text = `${headers.join('\n')}\n`
  const block = Buffer.from(text)
  const tally = new Tally()
  tallyBlock(tally, 'values', block)
  const [ours, theirs] = [tally.summary(), countPlainly(headers)]
  const same =
    JSON.stringify(ours.errors) === JSON.stringify(theirs.errors) &&
    ours.standings['ie6']?.['no-consent'] === theirs.bad &&
    ours.values.counts.length === theirs.values.size
  const start = process.cpuUsage()
  for (let i = 0; i < 50; i++) tallyBlock(tally, 'values', block)
  const { user, system } = process.cpuUsage(start)
  const rate = (50 * LINES * 1e6) / (user + system)
  const memory = await peakMemory(text)
  return [
    tell('the plain loop finds the same', same ? 'yes' : 'no', same),
    compare({
      name: 'count header values, against a loop over regular expressions',
      ours: () => tallyBlock(tally, 'values', block),
      theirs: () => countPlainly(headers),
      atLeast: 5,
    }),
    tell('header values a second of one core', `${(rate / 1e6).toFixed(1)} M, wanted 1`, rate >= 1e6),
    tell(
      'memory for ten million header values',
      `${memory.toFixed(0)} MB, wanted at most ${MEMORY_LIMIT_MB}`,
      memory <= MEMORY_LIMIT_MB,
    ),
  ].every(met => met)
}
