import * as v from 'valibot'
import { PARTY_WISHES, RETENTION_WISHES, SILENCE_WISHES, USE_WISHES } from '../../model/index.ts'
import { may, table } from '../schema/keys.ts'
import { oneOf } from '../schema/terms.ts'
import { STRENGTH_NAMES } from './strengths.ts'

const use = () => oneOf(USE_WISHES)

/** What may be written in a file of preferences. */
export const preferencesSchema = table({
  'based-on': may(
    'What holds where nothing is said: open, careful or strict; open if left out.',
    oneOf(STRENGTH_NAMES),
  ),
  marketing: may('Being approached with offers.', use()),
  profiling: may('Being studied or treated by a profile, under a pseudonym or by name.', use()),
  'other-uses': may("Uses that only the site's own words explain.", use()),
  sensitive: may('Data on health, memberships, money, whereabouts, and numbers given by a state.', use()),
  'third-parties': may('Who besides the site may have the data; each includes those before it.', oneOf(PARTY_WISHES)),
  'further-parties': may('Whether those beyond may have them on some condition.', use()),
  retention: may('How long data may be kept.', oneOf(RETENTION_WISHES)),
  'without-policy': may('What to do where a site declares nothing.', oneOf(SILENCE_WISHES)),
})

export type PreferencesInput = v.InferInput<typeof preferencesSchema>
export type PreferencesOutput = v.InferOutput<typeof preferencesSchema>
