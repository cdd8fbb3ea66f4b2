/** More than any header is long. */
export const LENGTH_LIMIT = 65_536

/** What is read of a header's value. */
export const withinLimit = (headerValue: string): string =>
  headerValue.length > LENGTH_LIMIT ? headerValue.slice(0, LENGTH_LIMIT) : headerValue
