import { choiceCookieName, leavingCookieName } from '../../codec/choice/index.ts'

const NAMES = [true, false].flatMap(secure => [choiceCookieName(secure), leavingCookieName(secure)])

/** Browsers may take a pair without a name for the name itself, and blanks for nothing. */
const OWN = new RegExp(`^[\\s=]*(?:${NAMES.join('|')})\\s*(?:[=;]|$)`, 'i')

/** Whether a `Set-Cookie` line touches a cookie of Candor's own, under whatever spelling a browser would take. */
export const touchesOwn = (line: string): boolean => OWN.test(line)

/** Lines are sent as soon as they are made: of more than so many at once the oldest is forgotten. */
const REMEMBERED = 1024

export interface OwnLines {
  /** Remembers a line that the asking made, and gives it back. */
  vouch(line: string): string
  isOwn(line: string): boolean
}

/** Tells the lines that Candor made from those that claim to be its own. */
export function createOwnLines(): OwnLines {
  const made = new Set<string>()
  return {
    vouch(line) {
      if (made.size >= REMEMBERED) made.delete(made.values().next().value ?? '')
      made.add(line)
      return line
    },
    isOwn: line => made.has(line),
  }
}
