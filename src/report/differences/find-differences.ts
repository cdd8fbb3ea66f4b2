import { hashOfText, type Locate, shortHash } from '../../compile/index.ts'
import {
  ENGINES,
  type Finding,
  groupAlike,
  issue,
  type Policy,
  SEVERITIES,
  type SiteObservation,
  STATES,
} from '../../model/index.ts'
import { byCharacters } from './by-characters.ts'
import { contextOf } from './context.ts'
import type { Difference, DifferenceRule } from './difference.ts'
import { placeOf } from './place.ts'
import { consent } from './rules/consent.ts'
import { dataUndeclared } from './rules/forms.ts'
import { header } from './rules/header.ts'
import { outlivesDeclaration } from './rules/lifetime.ts'
import { cookieNotSeen, storageNotSeen } from './rules/not-seen.ts'
import { partyDiffers } from './rules/party.ts'
import { published } from './rules/published.ts'
import { robotsDiffer } from './rules/robots.ts'
import { stateNotSeen } from './rules/states.ts'
import { cookieUndeclared, recipientUndeclared, storageUndeclared } from './rules/undeclared.ts'
import { weak } from './rules/weak.ts'

const RULES: readonly DifferenceRule[] = [
  cookieUndeclared,
  storageUndeclared,
  recipientUndeclared,
  dataUndeclared,
  consent,
  outlivesDeclaration,
  partyDiffers,
  weak,
  header,
  published,
  robotsDiffer,
  cookieNotSeen,
  storageNotSeen,
  stateNotSeen,
]

/** As many as tell two findings of one report apart. */
const FINGERPRINT_DIGITS = 16

const identityOf = ({ code, subject, identity, host }: Difference): string =>
  JSON.stringify([code, identity ?? subject, host])

const fingerprintOf = (told: Difference): string => shortHash(hashOfText(identityOf(told)), FINGERPRINT_DIGITS)

/** The values of a list that occur, in its order. */
const occurring = <T>(all: readonly T[], found: readonly T[]): readonly T[] => all.filter(one => found.includes(one))

/** Differences that are the same are one finding: seen in all the states, browsers and pages of all. */
function findingOf(alike: readonly [Difference, ...Difference[]], locate: Locate | undefined): Finding {
  const [told] = alike
  const evidence = alike.flatMap(one => one.evidence)
  return {
    issue: issue(told.code, told.data, placeOf(told, locate)),
    subject: told.subject,
    host: told.host,
    fingerprint: fingerprintOf(told),
    states: occurring(STATES, [...evidence.map(({ state }) => state), ...(told.states ?? [])]),
    engines: occurring(
      ENGINES,
      evidence.map(({ engine }) => engine),
    ),
    pages: [...new Set(evidence.map(({ page }) => page))].sort(),
    evidence,
  }
}

/** The gravest first; then as they stand in the declaration. */
const byWeight = (a: Finding, b: Finding): number =>
  SEVERITIES.indexOf(a.issue.severity) - SEVERITIES.indexOf(b.issue.severity) ||
  (a.issue.at?.line ?? 0) - (b.issue.at?.line ?? 0) ||
  byCharacters(a.issue.code, b.issue.code) ||
  byCharacters(a.subject, b.subject) ||
  byCharacters(a.fingerprint, b.fingerprint)

/**
 * Where a running site and its declaration part, each difference once, with all that shows it. `locate` finds the places
 * in the declaration's text.
 */
export function findDifferences(policy: Policy, site: SiteObservation, locate?: Locate): readonly Finding[] {
  const context = contextOf(policy, site)
  const told = RULES.flatMap(rule => rule(context))
  return groupAlike(told, identityOf)
    .map(alike => findingOf(alike, locate))
    .sort(byWeight)
}
