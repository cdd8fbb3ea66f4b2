import { encodePrivacyImport, ruleStringsOf } from '../../codec/privacy-import/index.ts'
import { IE_LEVELS, IE6_SETTINGS, IE8_SETTINGS, type IeLevel, type IeSettings } from '../../judge/index.ts'
import { levelAsPrivacyImport } from '../../judge/privacy-import/index.ts'
import { cli } from '../../messages/index.ts'
import type { PrivacyImport } from '../../model/index.ts'
import { type ExitCode, flag, type Io, textOption, type VerbArguments, WrongUse } from '../verb.ts'

const BROWSERS: Readonly<Record<string, IeSettings>> = { ie6: IE6_SETTINGS, ie8: IE8_SETTINGS }

const isLevel = (level: string): level is IeLevel => (IE_LEVELS as readonly string[]).includes(level)

/** `ie6:medium` */
function namedLevel(name: string, { language }: Io): PrivacyImport {
  const [agent = '', level = ''] = name.split(':')
  const settings = Object.hasOwn(BROWSERS, agent) ? BROWSERS[agent] : undefined
  if (settings === undefined) {
    throw new WrongUse(cli[language]['judge.agent-unknown']({ agent, agents: Object.keys(BROWSERS).join(', ') }))
  }
  if (isLevel(level)) return levelAsPrivacyImport(level, settings)
  const levels = IE_LEVELS.join(', ')
  const text = cli[language]
  throw new WrongUse(
    level === ''
      ? text['judge.level-missing']({ agent, levels })
      : text['judge.level-unknown']({ agent, level, levels }),
  )
}

/** Writes a browser's level as a privacy import file, or as the rule strings of a registry. */
export function exportLevel(name: string, args: VerbArguments, io: Io): ExitCode {
  const model = namedLevel(name, io)
  const form = textOption(args, 'as') ?? 'file'
  if (form !== 'file' && form !== 'registry') throw new WrongUse(cli[io.language]['preferences.form-unknown']({ form }))
  const { strings } = ruleStringsOf(model)
  if (flag(args, 'json')) {
    const written = form === 'file' ? { file: encodePrivacyImport(model) } : { strings }
    io.out(`${JSON.stringify({ level: name, settings: model, ...written }, null, 2)}\n`)
  } else if (form === 'file') io.out(encodePrivacyImport(model))
  else for (const { zone, party, text } of strings) io.out(`# ${zone}, ${party}\n${text}\n`)
  return 0
}
