import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { SCHEMA_ID } from '../declare/index.ts'
import { cli, init } from '../messages/index.ts'
import { reasonOf } from './reason-of.ts'
import { flag, type Io, textOption, type Verb, WrongUse } from './verb.ts'
import { writeBeside } from './write-beside.ts'

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

async function write(file: string, text: string, force: boolean, { cwd, language }: Io): Promise<void> {
  const path = resolve(cwd, file)
  if (!force && (await isThere(path))) throw new WrongUse(cli[language]['init.there']({ file }))
  try {
    await writeBeside(path, text)
  } catch (error) {
    throw new WrongUse(cli[language]['init.failed']({ file, reason: reasonOf(error) }))
  }
}

export const verb: Verb = {
  options: { out: { type: 'string' }, force: { type: 'boolean' } },
  async run(args, io) {
    const { language } = io
    if (args.positionals.length > 0) throw new WrongUse(cli[language]['init.no-words'])
    const file = textOption(args, 'out') ?? 'candor.yaml'
    const text = init[language].declaration({ language, schema: SCHEMA_ID })
    if (file === '-') {
      io.out(text)
      return 0
    }
    await write(file, text, flag(args, 'force'), io)
    io.talk(`${cli[language]['init.done']({ file })}\n`)
    return 0
  },
}
