/**
 * Characters that no document may hold (XML 1.0, production 2, lone surrogates too), and those that turn the
 * direction of the text round for whatever comes after them.
 */
const HARMFUL =
  /[^\t\n\r\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]|[\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu

/** The text with what could break the document, or turn it round, made visible. */
export const harmless = (text: string): string => text.replace(HARMFUL, '\u{fffd}')
