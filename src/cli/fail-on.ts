import { cli } from '../messages/index.ts'
import { SEVERITIES, type Severity } from '../model/index.ts'
import { type ExitCode, type Io, textOption, type VerbArguments, WrongUse } from './verb.ts'

export const FAIL_ON_OPTION = { 'fail-on': { type: 'string' } } as const

const CHOICES = [...SEVERITIES, 'never'] as const
export type FailOn = (typeof CHOICES)[number]

/** How grave a finding must be to make the exit code 1; errors, unless asked otherwise. */
export function failOnOption(args: VerbArguments, io: Io): FailOn {
  const asked = textOption(args, 'fail-on') ?? 'error'
  const found = CHOICES.find(choice => choice === asked)
  if (found === undefined) throw new WrongUse(cli[io.language]['fail-on-unknown']({ level: asked }))
  return found
}

/** The exit code of findings of these weights. */
export function exitCodeOf(severities: Iterable<Severity>, failOn: FailOn): ExitCode {
  if (failOn === 'never') return 0
  for (const severity of severities) if (SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn)) return 1
  return 0
}
