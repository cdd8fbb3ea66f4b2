import * as v from 'valibot'
import type { IssueCode, IssueData } from '../../model/index.ts'
import { holds } from '../shape/check.ts'
import { flaw, quote, simpleFlaw } from '../shape/flaw.ts'
import { text } from '../shape/scalars.ts'
import { named } from './keys.ts'
import { DURATION, parseDuration, parseUrl } from './values.ts'

/** The codes that quote one value. */
type ValueCode = { [C in IssueCode]: keyof IssueData<C> extends 'value' ? C : never }[IssueCode]

/** A text that passes a test. `hints` are what the schema for editors says of it. */
export const textThat = (
  test: (text: string) => boolean,
  code: Extract<ValueCode, `${string}-bad`>,
  hints: Readonly<Record<string, string>> = {},
) =>
  v.pipe(
    text(),
    holds(test, value => flaw(code, () => ({ value: quote(value) }))),
    v.metadata(hints),
  )

export const duration = named(
  'duration',
  textThat(text => parseDuration(text) !== undefined, 'duration-bad', { pattern: DURATION.source }),
)

/** How long something stays on a device. */
export const lifetime = named(
  'lifetime',
  textThat(text => text === 'session' || parseDuration(text) !== undefined, 'duration-bad', {
    pattern: `^session$|${DURATION.source}`,
  }),
)

export const url = textThat(text => parseUrl(text) !== undefined, 'url-bad', { format: 'uri', pattern: '^https?://' })

/** Anything but blank. */
export const words = v.pipe(
  text(),
  holds(
    text => text.trim() !== '',
    () => simpleFlaw('text-empty'),
  ),
)
