import { LENGTH_LIMIT, readCompactFacts } from '../../../codec/compact/index.ts'
import { ACCESS, CATEGORIES, MARKERS, PURPOSES, RECIPIENTS, REMEDIES, RETENTIONS } from '../../../vocabulary/index.ts'

/** A use and the choice that Netscape sees for it: any suffix but `o` and `i` is none. */
export type NetscapeChoice = 'none' | 'opt-out' | 'opt-in'

/** What Mozilla 1.0 and Netscape 7 make of a compact policy (extensions/p3p/src/nsCompactPolicy.cpp). */
export interface NetscapeFacts {
  /** Categories that count as identifying, in the policy's order. */
  readonly identifying: readonly string[]
  /** Uses that want a choice, each with the worst choice it has. */
  readonly uses: ReadonlyMap<string, NetscapeChoice>
  /** Tokens that spoil the whole policy. */
  readonly unreadable: readonly string[]
  /** Whether there is any other token. */
  readonly others: boolean
}

const IDENTIFYING: ReadonlySet<string> = new Set(['FIN', 'GOV', 'ONL', 'PHY', 'UNI'])
const USES: ReadonlySet<string> = new Set(['CON', 'DEL', 'IVA', 'IVD', 'OTP', 'OTR', 'PUB', 'SAM', 'TEL', 'UNR'])
const KNOWN: ReadonlySet<string> = new Set(
  [ACCESS, MARKERS, REMEDIES, PURPOSES, RECIPIENTS, RETENTIONS, CATEGORIES]
    .flatMap(table => table.map(({ token }) => token))
    .filter(token => token !== 'TST'),
)

/** The text from its first token on; null where there is none. Only the first `CP` of the header is looked at. */
function findPolicy(long: string): string | null {
  const header = long.slice(0, LENGTH_LIMIT)
  if (!/cp *=/i.test(header)) return readCompactFacts(header) === null ? null : `${header.trim()} `
  const name = header.search(/cp/i)
  return /^cp *= *"?([^"]*"?)/i.exec(header.slice(name))?.[1] ?? null
}

/** A token ends at a space or the closing quotation mark; what stands last without either is not seen. */
function tokensOf(policy: string): string[] {
  const words = policy.split(/ +|"/)
  const empty = words.indexOf('')
  return words.slice(0, empty < 0 ? -1 : empty)
}

const CHOICE_ORDER: readonly NetscapeChoice[] = ['none', 'opt-out', 'opt-in']

function choiceOf(token: string): NetscapeChoice {
  if (token[3] === 'o') return 'opt-out'
  return token[3] === 'i' ? 'opt-in' : 'none'
}

const worse = (a: NetscapeChoice, b: NetscapeChoice): NetscapeChoice =>
  CHOICE_ORDER.indexOf(a) <= CHOICE_ORDER.indexOf(b) ? a : b

/** Reads a `P3P` header's value, or a bare list of tokens, as Netscape does; null where it sees no policy. */
export function readNetscapePolicy(header: string): NetscapeFacts | null {
  const tokens = tokensOf(findPolicy(header) ?? '')
  if (tokens.length === 0) return null
  const identifying = new Set<string>()
  const uses = new Map<string, NetscapeChoice>()
  const unreadable = new Set<string>()
  let others = false
  for (const token of tokens) {
    const core = token.slice(0, 3)
    if (token.length > 4 || !KNOWN.has(core)) unreadable.add(token)
    else if (IDENTIFYING.has(core)) identifying.add(core)
    else if (USES.has(core)) uses.set(core, worse(choiceOf(token), uses.get(core) ?? 'opt-in'))
    else others = true
  }
  return { identifying: [...identifying], uses, unreadable: [...unreadable], others }
}
