import { type Observation, STATES, type State } from '../../../model/index.ts'
import type { Context } from '../context.ts'
import { type DifferenceRule, difference } from '../difference.ts'
import { subject } from '../subject.ts'

const CHOSEN: readonly State[] = ['accepted', 'refused', 'withdrawn']

/** Why there was nothing to see: nobody asked, or asking changed nothing. */
function whyNot(evidence: readonly Observation[]): string {
  const choices = evidence.filter(seen => seen.kind === 'choice')
  if (choices.some(({ by }) => by === null)) return 'unasked'
  return choices.some(({ effect }) => effect === 'none') ? 'idle' : 'none'
}

/** Where there is nothing to say yes or no to, nobody need be asked. */
const matters = ({ terms }: Context, state: State): boolean =>
  !CHOSEN.includes(state) || [...terms.values()].some(({ needs }) => needs !== 'nothing')

export const stateNotSeen: DifferenceRule = context =>
  STATES.filter(state => context.site.states[state] === 'could-not-look' && matters(context, state)).map(state => {
    const evidence = context.observations.filter(
      seen => seen.state === state && (seen.kind === 'choice' || seen.kind === 'gap'),
    )
    return difference({
      code: 'state-not-seen',
      data: { state, why: whyNot(evidence) },
      subject: subject.state(state),
      host: null,
      paths: [['site', 'url']],
      evidence,
      states: [state],
    })
  })
