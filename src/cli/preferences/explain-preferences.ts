import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { cli, type Language, sayIssue } from '../../messages/index.ts'
import type { Issue } from '../../model/index.ts'
import { exitCodeOf, failOnOption } from '../fail-on.ts'
import { isFileName } from '../file-name.ts'
import {
  createPaint,
  formatColumns,
  type Paint,
  printable,
  SEVERITY_PAINT,
  terminalWidth,
  wrapText,
} from '../terminal.ts'
import { type ExitCode, flag, type Io, type VerbArguments, WrongUse } from '../verb.ts'
import { kindOf, type Reading } from './preference-kinds.ts'

const indented = (text: string): string =>
  wrapText(printable(text), terminalWidth() - 2)
    .map(line => `  ${line}\n`)
    .join('')

/** Each issue with its place, how grave it is, and its code. */
const placed = (issues: readonly Issue[], language: Language, paint: Paint): string =>
  formatColumns(
    issues.map(({ severity, at, ...found }) => [
      { text: at === undefined ? '' : `${at.line}:${at.column}`, paint: paint.dim },
      { text: cli[language][`severity.${severity}`], paint: paint[SEVERITY_PAINT[severity]] },
      { text: `${printable(sayIssue({ ...found, severity }, language))} [${found.code}]` },
    ]),
    2,
  )

function plain({ parts, issues }: Reading, { language, colour }: Io): string {
  const paint = createPaint(colour)
  const said = parts.map(
    ({ heading, sentences }) =>
      (heading === '' ? '' : `${paint.bold(heading)}\n`) + sentences.map(sentence => indented(sentence)).join(''),
  )
  const told =
    issues.length === 0 ? `${paint.green(cli[language]['explain.clean'])}\n` : placed(issues, language, paint)
  return [...said, told].join('\n')
}

/** The form for programs. Fields may be added; none is renamed. */
const json = ({ kind, value, parts, issues }: Reading, language: Language): object => ({
  kind,
  preferences: value,
  text: parts,
  issues: issues.map(found => ({
    code: found.code,
    severity: found.severity,
    text: sayIssue(found, language),
    line: found.at?.line ?? null,
    column: found.at?.column ?? null,
  })),
  valid: value !== null && issues.every(({ severity }) => severity !== 'error'),
})

/** The words themselves where they are a rule string, or what stands in the file they name; null: there is none. */
async function textOf(words: readonly string[], { cwd }: Io): Promise<string | null> {
  const [first = ''] = words
  if (words.length !== 1 || !isFileName(first)) return words.join(' ')
  return readFile(resolve(cwd, first), 'utf8').catch(() => null)
}

/**
 * Explains somebody's preferences: a privacy import file, a registry's rule string, or an APPEL ruleset. null where the
 * words only looked like a file: then they are a strange compact policy, and can be explained as such.
 */
export async function explainPreferences(args: VerbArguments, io: Io): Promise<ExitCode | null> {
  const text = await textOf(args.positionals, io)
  const [file = ''] = args.positionals
  if (text === null) {
    io.talk(`${cli[io.language]['preferences.no-file']({ file: printable(file) })}\n`)
    return null
  }
  const kind = kindOf(text)
  if (kind === undefined) throw new WrongUse(cli[io.language]['preferences.file-unknown']({ file }))
  const reading = kind[1](text, io.language)
  io.out(flag(args, 'json') ? `${JSON.stringify(json(reading, io.language), null, 2)}\n` : plain(reading, io))
  if (reading.value === null) return 2
  return exitCodeOf(
    reading.issues.map(({ severity }) => severity),
    failOnOption(args, io),
  )
}
