/** What others wrote, in one line that cannot move a terminal's cursor or turn the text round. */
export const printable = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\u{fffd}')
