import { harmless } from '../words/harmless.ts'

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text that can stand between tags and inside a quoted attribute, in HTML, XML and SVG alike. */
export const escapeText = (text: string): string =>
  harmless(text).replace(/[&<>"]/g, character => REFERENCES[character] ?? '')

/** Attributes in the order given; those that are null are not written. */
export const attributes = (all: Readonly<Record<string, string | number | null>>): string =>
  Object.entries(all)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escapeText(String(value))}"`)
    .join('')
