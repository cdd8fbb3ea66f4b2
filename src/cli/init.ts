import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { SCHEMA_ID } from '../declare/index.ts'
import { cli, init } from '../messages/index.ts'
import { LOOK_OPTIONS } from './look-options.ts'
import { reasonOf } from './reason-of.ts'
import { flag, type Io, textOption, type Verb, type VerbArguments, WrongUse } from './verb.ts'
import { writeBeside } from './write-beside.ts'

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Said before anybody waits for a site to be looked at. */
async function refuseToOverwrite(file: string, { cwd, language }: Io): Promise<void> {
  if (await isThere(resolve(cwd, file))) throw new WrongUse(cli[language]['init.there']({ file }))
}

async function write(file: string, text: string, { cwd, language }: Io): Promise<void> {
  try {
    await writeBeside(resolve(cwd, file), text)
  } catch (error) {
    throw new WrongUse(cli[language]['init.failed']({ file, reason: reasonOf(error) }))
  }
}

/** The declaration: of a site, or with the questions alone; null: the site could not be seen. */
async function draft(args: VerbArguments, io: Io): Promise<string | null> {
  const { language } = io
  const [address, ...others] = args.positionals
  if (others.length > 0) throw new WrongUse(cli[language]['init.one-url'])
  if (address === undefined) return init[language].declaration({ language, schema: SCHEMA_ID })
  // Loaded only where it is needed: browsers are heavy.
  const { declarationFromSite } = await import('./init-from-site.ts')
  return declarationFromSite(address, args, io)
}

export const verb: Verb = {
  options: { out: { type: 'string' }, force: { type: 'boolean' }, ...LOOK_OPTIONS, ocd: { type: 'string' } },
  async run(args, io) {
    const file = textOption(args, 'out') ?? 'candor.yaml'
    if (file !== '-' && !flag(args, 'force')) await refuseToOverwrite(file, io)
    const text = await draft(args, io)
    if (text === null) return 3
    if (file === '-') {
      io.out(text)
      return 0
    }
    await write(file, text, io)
    io.talk(`${cli[io.language]['init.done']({ file })}\n`)
    return 0
  },
}
