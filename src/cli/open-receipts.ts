import { openReceipts, type ReceiptStore, StoreFailure } from '../store/index.ts'
import { receiptPlace } from './receipt-place.ts'
import { storeFailureText } from './store-failure-text.ts'
import { type ExitCode, type Io, type VerbArguments } from './verb.ts'

/** Where `DATABASE_URL` and `--data` say; what is not there is not made. */
const openAsked = (args: VerbArguments, io: Io): Promise<ReceiptStore> =>
  openReceipts({ ...receiptPlace(args, io), create: false })

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
    io.talk(`candor receipts: ${storeFailureText(error, io.language)}\n`)
    return error.code === 'store-missing' ? 2 : 3
  }
}
