import * as v from 'valibot'
import { issue, type Preferences, type Result } from '../../model/index.ts'
import { findIssues } from '../find-issues.ts'
import { takeGaps } from '../gaps.ts'
import { readYaml, type Written } from '../yaml/read-yaml.ts'
import { decodeText } from '../yaml/scan-text.ts'
import { type PreferencesInput, type PreferencesOutput, preferencesSchema } from './schema.ts'
import { STRENGTHS } from './strengths.ts'

function complete({ 'based-on': base = 'open', ...written }: PreferencesOutput): Preferences {
  const wishes: Preferences = STRENGTHS[base]
  return {
    marketing: written.marketing ?? wishes.marketing,
    profiling: written.profiling ?? wishes.profiling,
    otherUses: written['other-uses'] ?? wishes.otherUses,
    sensitive: written.sensitive ?? wishes.sensitive,
    thirdParties: written['third-parties'] ?? wishes.thirdParties,
    furtherParties: written['further-parties'] ?? furtherParties(written, wishes),
    retention: written.retention ?? wishes.retention,
    withoutPolicy: written['without-policy'] ?? wishes.withoutPolicy,
  }
}

/** Who limits third parties, and says nothing of those beyond, does not want those beyond. */
const furtherParties = (written: PreferencesOutput, wishes: Preferences): Preferences['furtherParties'] =>
  written['third-parties'] !== undefined && wishes.furtherParties === 'allow' ? 'never' : wishes.furtherParties

function readWritten(written: Written): Result<Preferences> {
  const gaps = takeGaps(written.value)
  const read = v.safeParse(preferencesSchema, gaps.value)
  const issues = findIssues(read.issues ?? [], gaps, written)
  const sound = issues.every(({ severity }) => severity !== 'error')
  return read.typed && sound ? { ok: true, value: complete(read.output), issues } : { ok: false, issues }
}

/** Reads a visitor's preferences from YAML or JSON. */
export function declarePreferences(source: string | Uint8Array): Result<Preferences> {
  const text = typeof source === 'string' ? source : decodeText(source)
  if (typeof text !== 'string') return { ok: false, issues: [text] }
  const written = readYaml(text)
  if (written.ok) return readWritten(written.value)
  const empty = written.issues.some(({ code }) => code === 'declaration-empty')
  return empty ? { ok: false, issues: [issue('preferences-empty', {})] } : written
}

/** Reads preferences that a program made. */
export const declarePreferencesObject = (value: PreferencesInput): Result<Preferences> =>
  readWritten({ value, issues: [], locate: () => undefined, brokenFrom: Number.POSITIVE_INFINITY })
