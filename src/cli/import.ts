import { writeDraft } from '../declare/from-p3p/index.ts'
import { cli } from '../messages/index.ts'
import { type Imported, importGathered, type Wish } from './import-draft.ts'
import { importJson, importTalk } from './import-report.ts'
import { gather, isAddress } from './import-source.ts'
import { type ExitCode, flag, type Io, textOption, type Verb, type VerbArguments, WrongUse } from './verb.ts'
import { writeNamed } from './write-named.ts'

/** The declaration goes where it is wanted; what is said of it, to the person. */
async function show(imported: Imported, { source }: Wish, args: VerbArguments, io: Io) {
  const asked = textOption(args, 'out')
  const out = asked === '-' ? undefined : asked
  const name = source === '-' ? 'stdin' : source
  const yaml = imported.draft === null ? '' : writeDraft(imported.draft, name, io.language)
  if (out !== undefined && imported.draft !== null) await writeNamed(out, yaml, io)
  if (flag(args, 'json')) {
    io.out(importJson(imported, io.language))
    return
  }
  if (out === undefined) io.out(yaml)
  io.talk(importTalk(imported, io))
}

/** Open questions are no problems of the source: they stand in the file. */
function exitCode({ draft, issues }: Imported, { source }: Wish): ExitCode {
  if (draft !== null) return issues.some(({ issue: { severity } }) => severity !== 'note') ? 1 : 0
  if (issues.some(({ issue: { code } }) => code.startsWith('fetch-'))) return 3
  return isAddress(source) ? 1 : 2
}

export const verb: Verb = {
  options: {
    json: { type: 'boolean' },
    out: { type: 'string' },
    policy: { type: 'string' },
    strict: { type: 'boolean' },
    'allow-private': { type: 'boolean' },
  },
  run: async (args, io) => {
    const text = cli[io.language]
    const [source, ...more] = args.positionals
    if (source === undefined || more.length > 0) throw new WrongUse(text['import.nothing'])
    const wish: Wish = { source, policy: textOption(args, 'policy') ?? null, language: io.language }
    const options = { now: Date.now(), strict: flag(args, 'strict'), allowPrivate: flag(args, 'allow-private') }
    const gathered = await gather(source, options, io)
    const names = gathered.found?.policies.policies.map(policy => policy.name)
    if (wish.policy !== null && names?.includes(wish.policy) === false) {
      throw new WrongUse(text['import.policy-unknown']({ name: wish.policy, names: names.join(', ') || '–' }))
    }
    const imported = importGathered(gathered, wish)
    await show(imported, wish, args, io)
    return exitCode(imported, wish)
  },
}
