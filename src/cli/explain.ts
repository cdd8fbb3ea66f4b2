import { type CompactReading, decodeCompact, errorClassOf, LENGTH_LIMIT } from '../codec/compact/index.ts'
import { cli, type Language, sayIssue, sayToken } from '../messages/index.ts'
import { explainText } from './explain-text.ts'
import { exitCodeOf, FAIL_ON_OPTION, failOnOption } from './fail-on.ts'
import { isFileName } from './file-name.ts'
import { readLines } from './lines.ts'
import { createPaint, printable } from './terminal.ts'
import { type ExitCode, flag, type Io, type Verb, WrongUse } from './verb.ts'

/** The form for programs. Fields may be added; none is renamed. */
function explainJson(reading: CompactReading, language: Language): object {
  return {
    tokens: reading.tokens.map(token => {
      const { label, means } = sayToken(token, language)
      const { raw, kind, term, required } = token
      return { raw, kind, term, required, text: label === '' ? means : `${label}. ${means}` }
    }),
    policyref: reading.policyref,
    issues: reading.issues.map(found => ({
      code: found.code,
      severity: found.severity,
      class: errorClassOf(found.code),
      tokens: found.tokens ?? [],
      text: sayIssue(found, language),
    })),
    valid: reading.valid,
  }
}

/** How one header value is put, alone or as one of a stream. */
type Form = (header: string, reading: CompactReading) => string

function formOf(json: boolean, stream: boolean, io: Io): Form {
  const { language, colour } = io
  if (json) return (_, reading) => `${JSON.stringify(explainJson(reading, language), null, stream ? 0 : 2)}\n`
  const paint = createPaint(colour)
  if (!stream) return (_, reading) => explainText(reading, language, paint)
  return (header, reading) => `${paint.cyan(printable(header))}\n${explainText(reading, language, paint)}\n`
}

async function* argument(header: string): AsyncGenerator<string> {
  yield header
}

async function run(headers: AsyncIterable<string>, form: Form, io: Io, failOn: ReturnType<typeof failOnOption>) {
  let code: ExitCode = 0
  for await (const header of headers) {
    const reading = decodeCompact(header)
    io.out(form(header, reading))
    if (code === 0) {
      code = exitCodeOf(
        reading.issues.map(found => found.severity),
        failOn,
      )
    }
    if (io.stop.aborted) break
  }
  return code
}

/** A file, or a registry's rule string: what reads them is loaded only then. */
const namesPreferences = ([first = '', ...others]: readonly string[]): boolean =>
  first.includes('IE6-P3P') || (others.length === 0 && isFileName(first))

export const verb: Verb = {
  options: { json: { type: 'boolean' }, ...FAIL_ON_OPTION },
  run: async (args, io) => {
    const words = args.positionals
    if (words.length === 0) throw new WrongUse(cli[io.language]['explain.nothing'])
    const failOn = failOnOption(args, io)
    if (namesPreferences(words)) {
      const { explainPreferences } = await import('./preferences/explain-preferences.ts')
      const explained = await explainPreferences(args, io)
      if (explained !== null) return explained
    }
    const stream = words.length === 1 && words[0] === '-'
    // One character more than is read, so that the reading still tells that the line was too long.
    const headers = stream ? readLines(io.stdin(), LENGTH_LIMIT + 1) : argument(words.join(' '))
    return run(headers, formOf(flag(args, 'json'), stream, io), io, failOn)
  },
}
