import { isCandorCookie } from '../../../codec/choice/index.ts'
import { decodeCompact } from '../../../codec/compact/index.ts'
import { compactHeaderOf } from '../../../compile/index.ts'
import {
  type CookieObservation,
  groupAlike,
  type Observation,
  type PolicyHeaderObservation,
} from '../../../model/index.ts'
import type { Context } from '../context.ts'
import { type Difference, type DifferenceRule, difference, shortUrl } from '../difference.ts'
import { once } from '../once.ts'
import { wasSet } from '../seen-cookies.ts'
import { ofKind } from '../seen-things.ts'
import { subject } from '../subject.ts'

const HEADER = 'P3P'

const byVisitor = ({ state }: Observation): boolean => state !== 'robot'

/** The one response that both speak of. */
const responseOf = (url: string, { state, engine, page }: Observation): string => `${state}\n${engine}\n${page}\n${url}`

interface Answers {
  readonly headers: readonly PolicyHeaderObservation[]
  /** The cookies of the site's own responses, by response. */
  readonly cookies: ReadonlyMap<string, readonly CookieObservation[]>
}

function answersOf(context: Context): Answers {
  const seen = context.observations
  const isOwn = (host: string) => context.addresses.isOwn(context.addresses.host(host))
  const set = ofKind(seen, 'cookie').filter(
    cookie =>
      byVisitor(cookie) &&
      cookie.via === 'header' &&
      cookie.source !== null &&
      isOwn(cookie.host) &&
      !cookie.earlier &&
      wasSet(cookie),
  )
  return {
    headers: ofKind(seen, 'policy-header').filter(
      one => byVisitor(one) && one.name.toLowerCase() === 'p3p' && isOwn(one.host),
    ),
    cookies: new Map(
      groupAlike(set, one => responseOf(one.source ?? '', one)).map(all => [
        responseOf(all[0].source ?? '', all[0]),
        all,
      ]),
    ),
  }
}

/** What the tokens say, whatever their order, and however their choice is written: `CUR` is `CURa`. */
function meanings(value: string): ReadonlySet<string> {
  const { tokens } = decodeCompact(value)
  return new Set(tokens.map(({ raw, term, required }) => (term === null ? raw : raw.slice(0, 3) + letter(required))))
}

const letter = (required: string | null): string => (required === 'opt-in' ? 'i' : required === 'opt-out' ? 'o' : '')

/** What the header of this response should say; null: which cookies it was sent with is not known. */
function expectedFor(
  { policy, addresses }: Context,
  { cookies }: Answers,
  seen: PolicyHeaderObservation,
): string | null {
  if (policy.p3p.header === 'always' || policy.p3p.scope === 'site') return compactHeaderOf(policy)
  const set = cookies.get(responseOf(seen.url, seen)) ?? []
  if (set.length !== seen.cookies) return null
  return compactHeaderOf(
    policy,
    set.map(({ name, host, path }) => ({ name, host: addresses.host(host), path })),
  )
}

const missingFrom = (all: ReadonlySet<string>, some: ReadonlySet<string>): string =>
  [...all].filter(one => !some.has(one)).join(' ') || 'none'

/** A header says what the declaration says of the cookies it comes with; where those are not known, no more than of all. */
function headerDiffers(context: Context, answers: Answers): readonly Difference[] {
  const whole = meanings(compactHeaderOf(context.policy))
  const read = once(meanings)
  const differing = answers.headers.flatMap(seen => {
    const said = read(seen.value)
    const expected = expectedFor(context, answers, seen)
    const wanted = expected === null ? null : read(expected)
    const more = context.policy.p3p.header === 'never' ? 'P3P' : missingFrom(said, wanted ?? whole)
    const less = wanted === null ? 'none' : missingFrom(wanted, said)
    return more === 'none' && less === 'none' ? [] : [{ seen, more, less }]
  })
  return groupAlike(differing, ({ more, less }) => `${more}\n${less}`).map(group => {
    const [{ seen, more, less }] = group
    return difference({
      code: 'policy-differs',
      data: { what: 'header', where: shortUrl(seen.url), more, less },
      subject: subject.published(HEADER),
      identity: `${subject.published(HEADER)} ${more} ${less}`,
      host: null,
      paths: [['p3p', 'header'], ['p3p'], ['practices']],
      evidence: group.map(one => one.seen),
    })
  })
}

/** Responses that set cookies and say nothing of them, though the declaration has the header sent. */
function headerMissing(context: Context, { headers, cookies }: Answers): readonly Difference[] {
  if (context.policy.p3p.header === 'never') return []
  const told = new Set(headers.map(seen => responseOf(seen.url, seen)))
  const untold = [...cookies].filter(([response]) => !told.has(response)).flatMap(([, set]) => set)
  const evidence = untold.filter(({ name }) => !isCandorCookie(name, context.policy.site.url))
  const [first] = evidence
  if (first === undefined) return []
  return [
    difference({
      code: 'policy-unpublished',
      data: { what: 'header', where: context.addresses.host(first.host) },
      subject: subject.published(HEADER),
      host: null,
      paths: [['p3p', 'header'], ['p3p'], ['site', 'url']],
      evidence,
    }),
  ]
}

/** The `P3P` header: with the responses that the declaration says, and saying what the declaration says. */
export const header: DifferenceRule = context => {
  const answers = answersOf(context)
  return [...headerMissing(context, answers), ...headerDiffers(context, answers)]
}
