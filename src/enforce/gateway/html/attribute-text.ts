/** The references that people write in attributes; of the thousands that there are hardly any other is met. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  colon: ':',
  comma: ',',
  equals: '=',
  gt: '>',
  lt: '<',
  nbsp: '\u00a0',
  newline: '\n',
  period: '.',
  quot: '"',
  semi: ';',
  sol: '/',
  tab: '\t',
}

const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z][a-z0-9]*));?/gi

const isCharacter = (code: number): boolean => code > 0 && code <= 0x10ffff

function meantBy(written: string, code: number, name: string | undefined): string {
  if (name === undefined) return isCharacter(code) ? String.fromCodePoint(code) : written
  return written.endsWith(';') ? (NAMED[name.toLowerCase()] ?? written) : written
}

/** What an attribute's value stands for (HTML 13.2.5.72-80), as far as is usual. */
export const attributeText = (value: string): string =>
  value.includes('&')
    ? value.replace(REFERENCE, (written, hex?: string, decimal?: string, name?: string) =>
        meantBy(written, hex === undefined ? Number(decimal) : Number.parseInt(hex, 16), name),
      )
    : value

/** Text as the value of an attribute in double quotes. */
export const asAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
