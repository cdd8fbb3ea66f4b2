import { placedIssues } from '../placed-issues.ts'
import { createPaint, printable } from '../terminal.ts'
import { type ExitCode, flag, type Io, textOption, type VerbArguments, type VerbOptions } from '../verb.ts'
import { exportLevel } from './export-level.ts'
import { askedJudge, type Judge } from './judge-by.ts'
import { type Subject, subjectsOf } from './subjects.ts'

/** What `candor judge` takes to judge by somebody's own preferences in place of a browser's. */
export const PREFERENCE_OPTIONS = {
  'privacy-import': { type: 'string' },
  zone: { type: 'string' },
  appel: { type: 'string' },
  preferences: { type: 'string' },
  'export-level': { type: 'string' },
  as: { type: 'string' },
} as const satisfies VerbOptions

interface Manner {
  readonly json: boolean
  /** Whether more may follow, so that each must say whose it is, and JSON stands on one line. */
  readonly stream: boolean
}

function tell(subjects: readonly Subject[], judge: Judge, { json, stream }: Manner, io: Io): boolean {
  const paint = createPaint(io.colour)
  const judged = subjects.map(subject => ({ subject, ...judge(subject, io) }))
  const several = stream || judged.length > 1
  for (const { subject, text } of json ? [] : judged)
    io.out(several ? `${paint.cyan(printable(subject.name))}\n${text}\n` : text)
  if (json) {
    const objects = judged.map(one => ({ name: one.subject.name, accepted: one.pleases, ...one.json }))
    const value = objects.length === 1 ? objects[0] : { policies: objects }
    io.out(`${JSON.stringify(value, null, stream ? 0 : 2)}\n`)
  }
  return judged.every(({ pleases }) => pleases)
}

async function judgeAll(judge: Judge, args: VerbArguments, io: Io): Promise<ExitCode> {
  const manner = { json: flag(args, 'json'), stream: args.positionals.join() === '-' }
  let code: ExitCode = 0
  for await (const subjects of subjectsOf(args.positionals, io)) {
    if (subjects === null) return 2
    if (!tell(subjects, judge, manner, io)) code = 1
    if (io.stop.aborted) break
  }
  return code
}

/** Judges by the preferences that the options name, or writes a level as such; null where they name none. */
export async function judgeByPreferences(args: VerbArguments, io: Io): Promise<ExitCode | null> {
  const level = textOption(args, 'export-level')
  if (level !== undefined) return exportLevel(level, args, io)
  const asked = await askedJudge(args, io)
  if (asked === null) return null
  const { file, read } = asked
  io.talk(placedIssues(read.issues, { file, language: io.language, paint: createPaint(io.colour) }))
  return read.ok ? judgeAll(read.value, args, io) : 2
}
