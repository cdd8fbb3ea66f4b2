import type { RecordedFrame } from './page-record.ts'

/** Null for the page itself. */
export const frameAddress = ({ url, ancestors }: RecordedFrame): string | null => (ancestors.length === 0 ? null : url)

/** The page that a document stands in: itself, if it is the page. */
export const topOf = ({ url, ancestors }: RecordedFrame): string => ancestors.at(-1) ?? url

/** The documents between it and the page. */
export const between = ({ ancestors }: RecordedFrame): readonly string[] => ancestors.slice(0, -1)
