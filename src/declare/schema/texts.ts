import * as v from 'valibot'
import type { IssueCode, IssueData } from '../../model/index.ts'
import { holds } from '../shape/check.ts'
import { bareFlaw, flaw, quote } from '../shape/flaw.ts'
import { text } from '../shape/scalars.ts'
import { parseDuration, parseHostPattern, parseUrl } from './values.ts'

/** The codes that quote one value. */
type ValueCode = { [C in IssueCode]: keyof IssueData<C> extends 'value' ? C : never }[IssueCode]

/** A text that passes a test. */
export const textThat = (test: (text: string) => boolean, code: Extract<ValueCode, `${string}-bad`>) =>
  v.pipe(
    text(),
    holds(test, value => flaw(code, () => ({ value: quote(value) }))),
  )

export const duration = textThat(text => parseDuration(text) !== undefined, 'duration-bad')
export const url = textThat(text => parseUrl(text) !== undefined, 'url-bad')
export const cookieHost = textThat(text => parseHostPattern(text, '.') !== undefined, 'host-bad')
export const hostPattern = textThat(text => parseHostPattern(text, '*.') !== undefined, 'host-bad')

/** Anything but blank. */
export const words = v.pipe(
  text(),
  holds(
    text => text.trim() !== '',
    () => bareFlaw('text-empty'),
  ),
)
