import type { Observation, State } from '../../../model/index.ts'
import { isBrowsersOwn } from '../browsers-own.ts'
import type { Context } from '../context.ts'
import { type DifferenceRule, difference, shortUrl, strange } from '../difference.ts'
import { hostOf } from '../governed.ts'
import { wasSet } from '../seen-cookies.ts'
import { shapeOf } from '../shape.ts'
import { subject } from '../subject.ts'

const BOTH: readonly State[] = ['before', 'robot']

interface Shown {
  readonly kind: 'cookie' | 'storage' | 'recipient' | 'page'
  readonly name: string
  readonly subject: string
  readonly host: string | null
}

/** What of a page can be compared: what it keeps on the device, whom it calls, how it answers. */
function shownBy(context: Context, seen: Observation): Shown | null {
  const { addresses } = context
  if (seen.kind === 'cookie') {
    if (!wasSet(seen)) return null
    const name = shapeOf(seen.name)
    return { kind: 'cookie', name, subject: subject.cookie(name), host: strange(context, addresses.host(seen.host)) }
  }
  if (seen.kind === 'storage') {
    const name = shapeOf(seen.key)
    const host = strange(context, addresses.host(hostOf(seen.origin)))
    return { kind: 'storage', name, subject: subject.storage(seen.area, name), host }
  }
  if (seen.kind !== 'request') return null
  const host = addresses.host(seen.host)
  if (seen.party === 'third' && !addresses.isOwn(host) && !isBrowsersOwn(host))
    return { kind: 'recipient', name: host, subject: subject.recipient(host), host }
  return null
}

function index(context: Context, observations: readonly Observation[]) {
  const found = new Map<string, { readonly shown: Shown; readonly evidence: Observation[] }>()
  for (const seen of observations) {
    const shown = shownBy(context, seen)
    if (shown === null) continue
    const key = `${shown.subject}\n${shown.host ?? ''}`
    const entry = found.get(key)
    if (entry === undefined) found.set(key, { shown, evidence: [seen] })
    else entry.evidence.push(seen)
  }
  return found
}

/** How the pages themselves answered, by address. */
function answers(
  observations: readonly Observation[],
): ReadonlyMap<string, Observation & { readonly kind: 'request' }> {
  return new Map(
    observations.flatMap(seen =>
      seen.kind === 'request' && seen.type === 'document' && seen.frame === null && seen.status !== null
        ? [[seen.page, seen] as const]
        : [],
    ),
  )
}

/** A robot and a visitor who has chosen nothing should be shown the same pages. */
export const robotsDiffer: DifferenceRule = context => {
  const { site, observations } = context
  if (site.states.before !== 'seen' || site.states.robot !== 'seen') return []
  const within = (state: string) => observations.filter(seen => seen.state === state)
  const engines = new Set(within('robot').map(({ engine }) => engine))
  const pagesOf = (state: string) => new Set(within(state).map(({ page }) => page))
  const [common, asVisitor] = [pagesOf('robot'), pagesOf('before')]
  const comparable = ({ page, engine }: Observation) => common.has(page) && asVisitor.has(page) && engines.has(engine)
  const [robot, visitor] = [within('robot').filter(comparable), within('before').filter(comparable)]
  const [toRobot, toVisitor] = [index(context, robot), index(context, visitor)]
  const only = (these: typeof toRobot, others: typeof toRobot, shown: 'robot' | 'visitor') =>
    [...these]
      .filter(([key]) => !others.has(key))
      .map(([, { shown: thing, evidence }]) =>
        difference({
          code: 'robots-differ',
          data: { kind: thing.kind, name: thing.name, shown },
          subject: thing.subject,
          host: thing.host,
          paths: [['site', 'url']],
          evidence,
          states: BOTH,
        }),
      )
  const [robotAnswers, visitorAnswers] = [answers(robot), answers(visitor)]
  const otherwise = [...robotAnswers].flatMap(([page, seen]) => {
    const usual = visitorAnswers.get(page)
    if (usual === undefined || usual.status === seen.status) return []
    const name = shortUrl(page)
    return [
      difference({
        code: 'robots-differ',
        data: { kind: 'page', name, shown: 'otherwise' },
        subject: subject.page(name),
        host: null,
        paths: [['site', 'url']],
        evidence: [usual, seen],
      }),
    ]
  })
  return [...only(toRobot, toVisitor, 'robot'), ...only(toVisitor, toRobot, 'visitor'), ...otherwise]
}
