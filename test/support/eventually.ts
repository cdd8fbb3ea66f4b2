import { vi } from 'vitest'
import { PATIENCE_MS } from './patience.ts'

/** Waits until this throws no more, and gives back what it says: for what comes, but nobody knows when. */
export const eventually = <T>(holds: () => T | Promise<T>): Promise<T> => vi.waitFor(holds, PATIENCE_MS)
