import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { cli, type Language, sayIssue } from '../../messages/index.ts'
import { exitCodeOf, failOnOption } from '../fail-on.ts'
import { isFileName } from '../file-name.ts'
import { formatPlaces } from '../issue-list.ts'
import { reasonOf } from '../reason-of.ts'
import { createPaint, printable, terminalWidth, wrapText } from '../terminal.ts'
import { type ExitCode, flag, type Io, type VerbArguments, WrongUse } from '../verb.ts'
import { kindOf, type Reading } from './preference-kinds.ts'

const indented = (text: string): string =>
  wrapText(printable(text), terminalWidth() - 2)
    .map(line => `  ${line}\n`)
    .join('')

function plain({ parts, issues }: Reading, { language, colour }: Io): string {
  const paint = createPaint(colour)
  const said = parts.map(
    ({ heading, sentences }) =>
      (heading === '' ? '' : `${paint.bold(heading)}\n`) + sentences.map(sentence => indented(sentence)).join(''),
  )
  const told =
    issues.length === 0 ? `${paint.green(cli[language]['explain.clean'])}\n` : formatPlaces(issues, language, paint)
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

/** Why a file that is there cannot be read. */
const UNREADABLE = ['EACCES', 'EPERM']

/** The words themselves where they are a rule string, or what stands in the file they name; null: there is none. */
async function textOf(words: readonly string[], { cwd, language }: Io): Promise<string | null> {
  const [file = ''] = words
  if (words.length !== 1 || !isFileName(file)) return words.join(' ')
  try {
    return await readFile(resolve(cwd, file), 'utf8')
  } catch (error) {
    const reason = reasonOf(error)
    if (UNREADABLE.includes(reason)) throw new WrongUse(cli[language]['file-unreadable']({ file, reason }))
    return null
  }
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
