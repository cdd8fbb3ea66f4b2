/** The code of what failed (`ENOENT`), which messages have words for; else what it says itself. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
