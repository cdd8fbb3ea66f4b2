import { ie6 } from '../judge/index.ts'
import {
  LEVEL_PARTIES,
  type LevelAction,
  type LevelParty,
  LIFETIMES,
  type Lifetime,
  STANDINGS,
} from '../model/index.ts'
import { LACKING } from './classify.ts'
import { CLASSES, type ErrorClass, HAS_POLICY } from './error-classes.ts'
import { estimateDistinct } from './sites.ts'
import { type Summary, unpackSites } from './summary.ts'

/** A count, its share of its whole, and whether it is told from a sample. */
export interface Share {
  readonly count: number
  readonly share: number
  readonly estimated: boolean
}

/** What one level does with one kind of cookie: how many policies' cookies meet each action. */
export interface LevelShares {
  readonly level: string
  readonly party: LevelParty
  readonly lifetime: Lifetime
  readonly actions: readonly (Share & { readonly action: LevelAction })[]
}

/** A summary as people read it: numbers with their shares. */
export interface Digest {
  readonly records: number
  readonly headers: number
  readonly policies: number
  readonly unreadable: number
  /** Of policies: with any error, and by class. */
  readonly errors: Readonly<Record<ErrorClass | 'any', Share>>
  readonly lacking: readonly (Share & { readonly group: string })[]
  readonly sites: {
    readonly all: Share
    readonly withPolicy: Share
    /** Of the sites with a policy. */
    readonly errors: Readonly<Record<ErrorClass | 'any', Share>>
  } | null
  readonly levels: readonly LevelShares[]
  readonly values: {
    readonly different: Share
    readonly top: readonly (Share & { readonly value: string })[]
  }
}

/**
 * What Leon, Cranor, McDonald and McGuire found ("Token Attempt", CMU-CyLab-10-014, 2010), to lay ours beside. Their counts
 * by class are not known here.
 */
export const STUDY_2010 = { sites: 33_139, withErrors: 11_176 } as const

const CLASS_NAMES = Object.keys(CLASSES) as ErrorClass[]

const shareOf = (count: number, whole: number, estimated = false): Share => ({
  count,
  share: whole === 0 ? 0 : count / whole,
  estimated,
})

function errorShares(countOf: (bits: number) => number, whole: number, estimated: boolean) {
  const entries = CLASS_NAMES.map(name => [name, shareOf(countOf(CLASSES[name]), whole, estimated)] as const)
  const any = shareOf(countOf(CLASSES.invalid | CLASSES.missing | CLASSES.conflicting), whole, estimated)
  return { any, ...Object.fromEntries(entries) } as Record<ErrorClass | 'any', Share>
}

function digestSites({ sites }: Summary): Digest['sites'] {
  const entries = unpackSites(sites.flags)
  if (entries.length === 0) return null
  const estimated = !sites.complete
  const all = estimated ? estimateDistinct(entries.length, entries.at(-1)?.[0] ?? 1) : entries.length
  const scale = all / entries.length
  const count = (bits: number) => Math.round(entries.filter(([, flags]) => (flags & bits) !== 0).length * scale)
  const withPolicy = count(HAS_POLICY)
  return {
    all: shareOf(Math.round(all), all, estimated),
    withPolicy: shareOf(withPolicy, all, estimated),
    errors: errorShares(count, withPolicy, estimated),
  }
}

function digestLevels({ standings, policies }: Summary): LevelShares[] {
  const counts = standings[ie6.id] ?? {}
  return ie6.levels.flatMap(level =>
    LEVEL_PARTIES.flatMap(party =>
      LIFETIMES.map(lifetime => {
        const actions = new Map<LevelAction, number>()
        for (const standing of STANDINGS) {
          const action = ie6.table(standing)[level]?.[party][lifetime].action
          const count = counts[standing] ?? 0
          if (action !== undefined && count > 0) actions.set(action, (actions.get(action) ?? 0) + count)
        }
        return {
          level,
          party,
          lifetime,
          actions: [...actions].map(([action, count]) => ({ action, ...shareOf(count, policies) })),
        }
      }),
    ),
  )
}

function digestValues({ values, headers }: Summary, top: number): Digest['values'] {
  const estimated = !values.complete
  const kept = values.counts.length
  return {
    different: shareOf(kept, headers, estimated),
    top: values.counts.slice(0, top).map(([value, count]) => ({ value, ...shareOf(count, headers) })),
  }
}

/** The summary in numbers and shares, with so many of the most frequent values. */
export function digest(summary: Summary, top = 20): Digest {
  const { records, headers, policies, unreadable, errors, lacking } = summary
  const countOf = (bits: number) =>
    errors.reduce((sum, count, combination) => ((combination & bits) !== 0 ? sum + count : sum), 0)
  return {
    records,
    headers,
    policies,
    unreadable,
    errors: errorShares(countOf, policies, false),
    lacking: LACKING.map(group => ({ group, ...shareOf(lacking[group] ?? 0, policies) })),
    sites: digestSites(summary),
    levels: digestLevels(summary),
    values: digestValues(summary, top),
  }
}
