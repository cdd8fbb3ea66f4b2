import { BrowserFault } from '../drivers/driver.ts'

/** Rejects when it takes longer; what comes later is nobody's. */
export function inTime<T>(wanted: Promise<T>, milliseconds: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BrowserFault(`${what} took too long`)), milliseconds)
  })
  return Promise.race([wanted, late]).finally(() => clearTimeout(timer))
}

export const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))
