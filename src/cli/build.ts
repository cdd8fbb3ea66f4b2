import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type CliMessages, cli } from '../messages/index.ts'
import { publishFiles } from '../publish/index.ts'
import { publicationOptions } from '../server/index.ts'
import { type BuildTarget, lookAtTarget } from './build-target.ts'
import { type Checked, checkDeclaration } from './check-declaration.ts'
import { checkJson } from './check-json.ts'
import { checkText } from './check-text.ts'
import { askedDeclaration } from './find-declaration.ts'
import { readInput } from './read-input.ts'
import { reasonOf } from './reason-of.ts'
import { type FolderFiles, replaceFolder } from './replace-folder.ts'
import { createPaint } from './terminal.ts'
import { type ExitCode, flag, type Io, textOption, type Verb, type VerbArguments, WrongUse } from './verb.ts'

/** Why a build may not go there; null if it may. */
function refusal(target: BuildTarget, out: string, force: boolean, text: CliMessages): string | null {
  if (target === 'holds-work') return text['build.holds-work']({ out })
  if (target === 'no-folder') return text['build.no-folder']({ out })
  return target === 'foreign' && !force ? text['build.foreign']({ out }) : null
}

/** Where the files go: the folder itself, also where a symbolic link leads to it. */
const realFolder = (folder: string): Promise<string> => realpath(folder).catch(() => folder)

/** The declaration, and how it was asked for. */
interface Asked {
  readonly file: string
  readonly args: VerbArguments
  readonly io: Io
}

async function write(out: string, files: FolderFiles, { file, args, io }: Asked): Promise<void> {
  const text = cli[io.language]
  const folder = resolve(io.cwd, out)
  try {
    const target = await lookAtTarget(folder, [resolve(io.cwd, file), io.cwd])
    const refused = refusal(target, out, flag(args, 'force'), text)
    if (refused !== null) throw new WrongUse(refused)
    await replaceFolder(await realFolder(folder), files)
  } catch (error) {
    if (error instanceof WrongUse) throw error
    throw new WrongUse(text['build.failed']({ out, reason: reasonOf(error) }))
  }
}

/** Tells why there is nothing to build, as `candor check` does. */
function tellChecked(checked: Checked, { file, bytes, args, io }: Asked & { readonly bytes: Uint8Array }): void {
  const { language, interactive, colour, out, talk } = io
  if (flag(args, 'json')) {
    out(`${JSON.stringify({ files: [], ...checkJson(checked, file, language) }, null, 2)}\n`)
    return
  }
  const source = interactive ? new TextDecoder().decode(bytes) : undefined
  talk(checkText(checked, { file, language, paint: createPaint(colour), source }))
  talk(`${cli[language]['build.nothing-written']}\n`)
}

export const verb: Verb = {
  options: { out: { type: 'string' }, force: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(args, io): Promise<ExitCode> {
    const text = cli[io.language]
    const out = textOption(args, 'out')
    if (out === undefined || out === '') throw new WrongUse(text['build.out-missing'])
    const file = await askedDeclaration(args, io)
    const bytes = await readInput(file, io)
    const checked = checkDeclaration(bytes)
    const { policy } = checked
    if (policy === null) {
      tellChecked(checked, { file, bytes, args, io })
      return 1
    }
    const files = publishFiles(policy, publicationOptions(policy))
    await write(out, files, { file, args, io })
    io.out(
      flag(args, 'json')
        ? `${JSON.stringify({ out, files: [...files.keys()], ...checkJson(checked, file, io.language) }, null, 2)}\n`
        : `${text['build.done']({ out, count: files.size, hash: policy.hash })}\n`,
    )
    return 0
  },
}
