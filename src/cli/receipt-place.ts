import { resolve } from 'node:path'
import { cli } from '../messages/index.ts'
import type { ReceiptPlace } from '../store/index.ts'
import { type Io, textOption, type VerbArguments, WrongUse } from './verb.ts'

const DEFAULT_FOLDER = '.candor'

/** Where receipts are: in the database that `DATABASE_URL` names, else in the folder `--data`. */
export function receiptPlace(args: VerbArguments, { env, cwd, language }: Io): ReceiptPlace {
  const url = env['DATABASE_URL']
  if (url && !/^postgres(?:ql)?:\/\//.test(url)) throw new WrongUse(cli[language]['receipts.url-bad'])
  return { url, folder: resolve(cwd, textOption(args, 'data') ?? DEFAULT_FOLDER) }
}
