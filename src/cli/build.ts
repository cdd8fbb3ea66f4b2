import { readFile, realpath } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { type CliMessages, cli } from '../messages/index.ts'
import type { Policy } from '../model/index.ts'
import { publishFiles } from '../publish/index.ts'
import { publicationOptions } from '../server/index.ts'
import { type BuildTarget, lookAtTarget } from './build-target.ts'
import { checkDeclaration } from './check-declaration.ts'
import { checkText } from './check-text.ts'
import { findDeclaration } from './find-declaration.ts'
import { reasonOf } from './reason-of.ts'
import { type FolderFiles, replaceFolder } from './replace-folder.ts'
import { createPaint } from './terminal.ts'
import { type ExitCode, flag, type Io, textOption, type Verb, type VerbArguments, WrongUse } from './verb.ts'

async function readSource(file: string, { language, cwd }: Io): Promise<Uint8Array> {
  try {
    return await readFile(resolve(cwd, file))
  } catch (error) {
    throw new WrongUse(cli[language]['file-unreadable']({ file, reason: reasonOf(error) }))
  }
}

/** The policy of the file; null if there is none, and then it is told why, as `candor check` tells it. */
async function readPolicy(file: string, io: Io): Promise<Policy | null> {
  const bytes = await readSource(file, io)
  const checked = checkDeclaration(bytes)
  if (checked.policy === null) {
    const source = io.interactive ? new TextDecoder().decode(bytes) : undefined
    io.talk(checkText(checked, { file, language: io.language, paint: createPaint(io.colour), source }))
  }
  return checked.policy
}

/** Why a build may not go there; null if it may. */
function refusal(target: BuildTarget, out: string, force: boolean, text: CliMessages): string | null {
  if (target === 'holds-work') return text['build.holds-work']({ out })
  if (target === 'no-folder') return text['build.no-folder']({ out })
  return target === 'foreign' && !force ? text['build.foreign']({ out }) : null
}

/** Where the files go: the folder itself, also where a symbolic link leads to it. */
const realFolder = (folder: string): Promise<string> => realpath(folder).catch(() => folder)

async function write(out: string, file: string, files: FolderFiles, args: VerbArguments, io: Io): Promise<void> {
  const text = cli[io.language]
  const folder = resolve(io.cwd, out)
  try {
    const target = await lookAtTarget(folder, [file, io.cwd])
    const refused = refusal(target, out, flag(args, 'force'), text)
    if (refused !== null) throw new WrongUse(refused)
    await replaceFolder(await realFolder(folder), files)
  } catch (error) {
    if (error instanceof WrongUse) throw error
    throw new WrongUse(text['build.failed']({ out, reason: reasonOf(error) }))
  }
}

export const verb: Verb = {
  options: { out: { type: 'string' }, force: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(args, io): Promise<ExitCode> {
    const text = cli[io.language]
    const out = textOption(args, 'out')
    if (out === undefined || out === '') throw new WrongUse(text['build.out-missing'])
    const [given, ...others] = args.positionals
    if (others.length > 0) throw new WrongUse(text['check.one-file'])
    const file = given ?? relative(io.cwd, await findDeclaration(io))
    const policy = await readPolicy(file, io)
    if (policy === null) {
      io.talk(`${text['build.nothing-written']}\n`)
      return 1
    }
    const { hash } = policy
    const files = publishFiles(policy, publicationOptions(policy))
    await write(out, resolve(io.cwd, file), files, args, io)
    const summary = { out, files: [...files.keys()], policy: { hash } }
    io.out(
      flag(args, 'json')
        ? `${JSON.stringify(summary, null, 2)}\n`
        : `${text['build.done']({ out, count: files.size, hash })}\n`,
    )
    return 0
  },
}
