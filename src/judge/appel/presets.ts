import type { AppelBehavior, AppelConnective, AppelPattern, AppelRule, AppelRuleset } from '../../model/index.ts'

const element = (name: string, children: readonly AppelPattern[] = [], connective: AppelConnective = 'and') => ({
  name,
  attributes: {},
  connective,
  children,
})

const terms = (list: string, ids: string, connective: AppelConnective): AppelPattern =>
  element(
    list,
    ids.split(' ').map(id => element(id)),
    connective,
  )

const policy = (...children: readonly AppelPattern[]): AppelPattern => element('POLICY', children)
const statement = (...children: readonly AppelPattern[]): AppelPattern => policy(element('STATEMENT', children))
const data = (categories: string): AppelPattern =>
  element('DATA-GROUP', [element('DATA', [terms('CATEGORIES', categories, 'or')])])
const anyPurpose = (ids: string) => terms('PURPOSE', ids, 'or')
const anyRecipient = (ids: string) => terms('RECIPIENT', ids, 'or')
/** Someone else than the site settles disputes. */
const seal = element('DISPUTES-GROUP', [{ ...element('DISPUTES'), attributes: { 'resolution-type': 'independent' } }])

interface Manner {
  readonly behavior: AppelBehavior
  readonly prompt?: true
}

const rule = ({ behavior, prompt }: Manner, description: string, ...patterns: readonly AppelPattern[]): AppelRule => ({
  behavior,
  prompt: prompt === true,
  promptMessage: null,
  description,
  persona: null,
  otherwise: patterns.length === 0,
  connective: 'and',
  patterns,
})

const GO: Manner = { behavior: 'request' }
const ASK: Manner = { behavior: 'request', prompt: true }
const LIMIT: Manner = { behavior: 'limited' }
const LIMIT_AND_ASK: Manner = { behavior: 'limited', prompt: true }

const ruleset = (description: string, ...rules: readonly AppelRule[]): AppelRuleset => ({
  createdBy: null,
  createdOn: null,
  description,
  rules,
})

const STRANGERS = 'other-recipient public unrelated'
const APPROACH = 'contact telemarketing'
const PROFILES = 'pseudo-analysis pseudo-decision individual-analysis individual-decision'

/**
 * The wishes of the four sample rulesets of APPEL 1.0, appendix B, written so that they hold for all statements: what is
 * not wanted is refused first, and the rest accepted, never the other way round.
 */
export const APPEL_PRESETS = {
  'almost-anonymous': ruleset(
    'Visits sites, and tells them nothing that leads to a person.',
    rule(LIMIT_AND_ASK, 'The site holds data that identify a person.', policy(terms('ACCESS', 'nonident', 'non-or'))),
    rule(
      LIMIT_AND_ASK,
      'The site collects what identifies a person, or recognises one.',
      statement(data('physical online uniqueid financial government other-category')),
    ),
    rule(LIMIT, 'Others get the data.', statement(anyRecipient(`delivery same ${STRANGERS}`))),
    rule(
      LIMIT,
      'The data serve to approach the visitor, to judge a person, or for something else.',
      statement(anyPurpose(`${APPROACH} individual-analysis individual-decision other-purpose`)),
    ),
    rule(GO, 'Nothing stands against it.', policy()),
    rule(LIMIT, 'There is no policy.'),
  ),
  'privacy-and-commerce': ruleset(
    'Buys in the network, but wants the data to stay with the seller and to serve the sale.',
    rule(LIMIT_AND_ASK, 'Strangers may get the data.', statement(anyRecipient(STRANGERS))),
    rule(
      LIMIT_AND_ASK,
      'The data serve marketing, tailoring, or something else.',
      statement(anyPurpose(`${APPROACH} tailoring other-purpose`)),
    ),
    rule(LIMIT_AND_ASK, 'The site collects data on health.', statement(data('health'))),
    rule(ASK, 'The site lets nobody see what it holds.', policy(terms('ACCESS', 'none', 'or'))),
    rule(GO, 'Nothing stands against it.'),
  ),
  'look-for-the-seal': ruleset(
    'Trusts sites for which an independent body vouches, and looks closely at all others.',
    rule(LIMIT_AND_ASK, 'Unrelated third parties may get the data.', statement(anyRecipient('unrelated'))),
    rule(
      ASK,
      'The site collects data on health, and a seal vouches for it.',
      policy(seal, element('STATEMENT', [data('health')])),
    ),
    rule(LIMIT_AND_ASK, 'The site collects data on health, and nobody vouches for it.', statement(data('health'))),
    rule(GO, 'A seal vouches for the site.', policy(seal)),
    rule(LIMIT_AND_ASK, 'Strangers may get the data.', statement(anyRecipient(STRANGERS))),
    rule(
      LIMIT_AND_ASK,
      'The data serve marketing, tailoring, or something else.',
      statement(anyPurpose(`${APPROACH} tailoring other-purpose`)),
    ),
    rule(LIMIT_AND_ASK, 'The site lets nobody see what it holds.', policy(terms('ACCESS', 'none', 'or'))),
    rule(GO, 'Nothing stands against it.'),
  ),
  'information-only': ruleset(
    'Goes everywhere, and only wants to be told.',
    rule(
      ASK,
      'The data serve marketing, profiles, or something else.',
      statement(anyPurpose(`${APPROACH} ${PROFILES} other-purpose`)),
    ),
    rule(ASK, 'Strangers may get the data.', statement(anyRecipient(STRANGERS))),
    rule(ASK, 'The site collects data on health.', statement(data('health'))),
    rule(GO, 'Nothing stands against it.'),
  ),
} as const satisfies Readonly<Record<string, AppelRuleset>>

export type AppelPresetName = keyof typeof APPEL_PRESETS
