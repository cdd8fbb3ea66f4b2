export const STORE_FAILURES = [
  'choice-malformed',
  'store-missing',
  'store-locked',
  'store-damaged',
  'store-refused',
  'store-away',
  'store-newer',
  'store-failed',
  'driver-missing',
] as const
export type StoreFailureCode = (typeof STORE_FAILURES)[number]

/** An effect on the store that failed, with what there is to say about it: the folder, the process that holds it, the reason. */
export class StoreFailure extends Error {
  readonly code: StoreFailureCode
  readonly about: string

  constructor(code: StoreFailureCode, about: string, cause?: unknown) {
    super(`${code}: ${about}`, { cause })
    this.name = 'StoreFailure'
    this.code = code
    this.about = about
  }
}
