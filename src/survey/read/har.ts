import { p3pHeaderAmong, type SurveyRecord, siteOf } from './record.ts'

/**
 * The answers in a HAR file, read as it streams: bodies pass by. What is no JSON ends the reading, told once.
 * An entry tells its URL before its headers, or after them; it is complete when the next begins.
 */
export async function* readHar(
  stream: AsyncIterable<Uint8Array>,
  tellBroken: () => void,
): AsyncGenerator<SurveyRecord> {
  const { JSONParser } = await import('@streamparser/json')
  const done: SurveyRecord[] = []
  let entry: { index: number; site: string | null; header: string | null } | undefined
  const finish = () => {
    if (entry !== undefined && entry.site !== null) done.push({ site: entry.site, header: entry.header })
    entry = undefined
  }
  const parser = new JSONParser({
    paths: ['$.log.entries.*.request.url', '$.log.entries.*.response.headers'],
    keepStack: false,
    stringBufferSize: 64 * 1024,
  })
  parser.onValue = ({ value, key, stack }) => {
    const index = Number(stack.find(frame => typeof frame.key === 'number')?.key ?? stack[3]?.key)
    if (entry?.index !== index) {
      finish()
      entry = { index, site: null, header: null }
    }
    if (key === 'url') entry.site = siteOf(String(value))
    else entry.header = p3pHeaderAmong(value)
  }
  try {
    for await (const piece of stream) {
      if (!parser.isEnded) parser.write(piece)
      yield* done.splice(0)
    }
    if (!parser.isEnded) tellBroken()
  } catch {
    tellBroken()
  }
  finish()
  yield* done
}
