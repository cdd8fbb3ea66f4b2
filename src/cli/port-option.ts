import { cli } from '../messages/index.ts'
import { type Io, textOption, type VerbArguments, WrongUse } from './verb.ts'

/** The port an option asks for; undefined where it is not given. */
export function portOption(args: VerbArguments, name: string, { language }: Io): number | undefined {
  const asked = textOption(args, name)
  if (asked === undefined) return undefined
  if (!/^\d{1,5}$/.test(asked) || Number(asked) > 65_535)
    throw new WrongUse(cli[language]['port-bad']({ option: name, value: asked }))
  return Number(asked)
}
