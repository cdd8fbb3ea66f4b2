import { durationSeconds, issue, type Practice } from '../../model/index.ts'
import { type Kept, keptOf } from './kept.ts'
import { listed, type Rule } from './rule.ts'

const subject = ({ kind, name, practice }: Kept) => ({ kind, name, practice: practice.id })

/** What a thing is said to be for at its own place and at its practice's: the second must cover the first. */
export const usesDiffer: Rule = policy =>
  keptOf(policy).flatMap(kept => {
    const declared = kept.practice.purposes.map(use => use.id)
    const extra = (kept.uses ?? []).filter(use => !declared.includes(use))
    const path = [...kept.path, 'uses']
    return extra.length === 0 ? [] : [issue('cookie-uses-differ', { ...subject(kept), uses: listed(extra) }, { path })]
  })

/** How long the practice keeps data, in seconds; without end where it does not say. */
function keepsFor({ retention: { rule, period } }: Practice): number {
  if (rule === 'no-retention') return 0
  return rule === 'indefinitely' || period === null ? Number.POSITIVE_INFINITY : durationSeconds(period)
}

const livesFor = ({ lifetime }: Kept): number =>
  lifetime === null ? Number.POSITIVE_INFINITY : lifetime === 'session' ? 0 : durationSeconds(lifetime)

/** An identifier that outlives the data it stands for can bring them together again. */
export const outlives: Rule = policy =>
  keptOf(policy)
    .filter(kept => livesFor(kept) > keepsFor(kept.practice))
    .map(kept => issue('cookie-outlives-retention', subject(kept), { path: [...kept.path, 'lifetime'] }))

/** P3P 1.0, 3.4 `state`: mechanisms that keep a state, such as cookies. One finding a practice. */
export const stateMissing: Rule = policy => {
  const found = new Map<string, Kept>()
  for (const kept of keptOf(policy)) {
    const { id, categories } = kept.practice
    if (!categories.includes('state') && !found.has(id)) found.set(id, kept)
  }
  return [...found.values()].map(kept =>
    issue('state-category-missing', subject(kept), { path: ['practices', kept.practice.id, 'data'] }),
  )
}

/** A practice that collects by cookies names none of them. */
export const unlisted: Rule = policy => {
  const withKept = new Set(keptOf(policy).map(kept => kept.practice.id))
  return policy.practices
    .filter(({ id, categories, data }) => !withKept.has(id) && (categories.includes('state') || data.some(isCookies)))
    .map(({ id }) => issue('cookies-unlisted', { practice: id }, { path: ['practices', id, 'data'] }))
}

const isCookies = ({ ref }: { readonly ref: string }): boolean => ref === 'dynamic.cookies'
