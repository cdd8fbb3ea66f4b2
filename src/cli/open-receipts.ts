import { resolve } from 'node:path'
import { cli, receipts as messages } from '../messages/index.ts'
import { openReceipts, type ReceiptStore, StoreFailure } from '../store/index.ts'
import { type ExitCode, type Io, textOption, type VerbArguments, WrongUse } from './verb.ts'

const DEFAULT_FOLDER = '.candor'

/** Where `DATABASE_URL` and `--data` say; what is not there is not made. */
function openAsked(args: VerbArguments, io: Io): Promise<ReceiptStore> {
  const url = io.env['DATABASE_URL']
  if (url && !/^postgres(?:ql)?:\/\//.test(url)) throw new WrongUse(cli[io.language]['receipts.url-bad'])
  return openReceipts({ url, folder: resolve(io.cwd, textOption(args, 'data') ?? DEFAULT_FOLDER), create: false })
}

function sayFailure(error: StoreFailure, io: Io): string {
  const text = messages[io.language]
  const said = text[`failure.${error.code}`]
  const sentence = typeof said === 'string' ? said : said({ about: error.about })
  const { cause } = error
  return cause instanceof Error && cause.message !== ''
    ? `${sentence}\n${text['failure.reason']({ reason: cause.message.split('\n')[0] ?? '' })}`
    : sentence
}

/** Runs with the receipts open. That they are not there is the person's mistake; that they cannot be opened, the world's. */
export async function withReceipts(
  args: VerbArguments,
  io: Io,
  work: (store: ReceiptStore) => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    const store = await openAsked(args, io)
    try {
      return await work(store)
    } finally {
      await store.close()
    }
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error
    io.talk(`candor receipts: ${sayFailure(error, io)}\n`)
    return error.code === 'store-missing' ? 2 : 3
  }
}
