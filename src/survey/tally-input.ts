import { eachLine, type OpenedInput, readHar, readNdjsonLine, readWarc, type SurveyFormat } from './read/index.ts'
import type { Tally } from './tally.ts'

/** The formats that can be cut between any two lines. */
export type LineFormat = Extract<SurveyFormat, 'values' | 'ndjson'>

export const isLineFormat = (format: SurveyFormat): format is LineFormat => format === 'values' || format === 'ndjson'

/** Counts a block of whole lines. */
export function tallyBlock(tally: Tally, format: LineFormat, block: Uint8Array): void {
  if (format === 'values') {
    eachLine(block, 'latin1', line => void tally.addHeader(line))
    return
  }
  eachLine(block, 'utf8', line => {
    const record = readNdjsonLine(line)
    if (record === null) tally.addUnreadable()
    else tally.add(record)
  })
}

/** Counts the records of a HAR or WARC stream. */
export async function tallyRecords(tally: Tally, { format, stream }: OpenedInput): Promise<void> {
  const read = format === 'har' ? readHar : readWarc
  for await (const record of read(stream, () => tally.addUnreadable())) tally.add(record)
}
