import { type Language, survey as messages } from '../messages/index.ts'
import type { Share } from './digest.ts'

export interface SurveyWords {
  readonly text: (typeof messages)[Language]
  readonly number: (value: number) => string
  readonly percent: (share: number) => string
  /** `about 1,234` where the count is an estimate. */
  readonly count: (share: Share) => string
}

/** How a language writes the numbers of a survey. */
export function surveyWords(language: Language): SurveyWords {
  const text = messages[language]
  const numbers = new Intl.NumberFormat(language)
  const percents = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const number = (value: number) => numbers.format(value)
  return {
    text,
    number,
    percent: share => percents.format(share),
    count: ({ count, estimated }) => (estimated ? `${text.estimated} ${number(count)}` : number(count)),
  }
}
