const TAB = 0x09
const SPACE = 0x20

/** WSP, which RFC 6265bis section 5.6 trims around names and values; other white space belongs to them. */
export const isBlank = (code: number): boolean => code === SPACE || code === TAB
