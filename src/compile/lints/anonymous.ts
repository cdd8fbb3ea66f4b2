import { issue, type Practice } from '../../model/index.ts'
import type { CategoryId, PurposeId } from '../../vocabulary/index.ts'
import { listed, type Rule } from './rule.ts'

/** They find or reach a person: nobody holds them without knowing whose they are. */
const NAMING: readonly CategoryId[] = ['physical', 'online', 'financial', 'government']

/** P3P 1.0, 3.3.4: purposes that by their definition work on identified people. */
const ON_PERSONS: readonly PurposeId[] = ['individual-analysis', 'individual-decision', 'contact', 'telemarketing']

/** They tell one visitor from all others, without a name. */
const SINGLING_OUT: readonly CategoryId[] = ['uniqueid', 'location']

/** The elements of the base data schema that hold a whole network address. */
const ADDRESSES = ['dynamic.clickstream.clientip.fullip', 'dynamic.clickstream.clientip.hostname']

const holdsAddress = (ref: string): boolean =>
  ADDRESSES.some(address => address === ref || address.startsWith(`${ref}.`))

function contradictions({ categories, purposes }: Practice): readonly string[] {
  return [
    ...categories.filter(id => NAMING.includes(id)),
    ...purposes.map(use => use.id).filter(id => ON_PERSONS.includes(id)),
  ]
}

function doubts({ categories, data }: Practice): readonly string[] {
  return [...categories.filter(id => SINGLING_OUT.includes(id)), ...data.map(datum => datum.ref).filter(holdsAddress)]
}

/** P3P 1.0, 3.3.3: NON-IDENTIFIABLE is for data that are anonymous, or are made so on arrival. */
export const anonymous: Rule = ({ practices }) =>
  practices
    .filter(practice => !practice.identifiable)
    .flatMap(practice => {
      const path = ['practices', practice.id, 'identifiable']
      const contradicted = contradictions(practice)
      const doubtful = doubts(practice)
      const about = (found: readonly string[]) => ({ practice: practice.id, found: listed(found) })
      return [
        ...(contradicted.length > 0 ? [issue('anonymous-contradicted', about(contradicted), { path })] : []),
        ...(doubtful.length > 0 ? [issue('anonymous-doubtful', about(doubtful), { path })] : []),
      ]
    })
