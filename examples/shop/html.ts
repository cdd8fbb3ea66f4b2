const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What visitors write, harmless between tags and within quotation marks. */
export const escape = (text: string): string => text.replace(/[&<>"]/g, character => ESCAPES[character] ?? '')

export const each = <T>(list: readonly T[], write: (item: T) => string): string => list.map(write).join('\n')

export interface Field {
  readonly name: string
  readonly label: string
  readonly type?: string
  readonly autocomplete?: string
}

export const field = ({ name, label, type = 'text', autocomplete }: Field): string =>
  `<label>${label} <input name="${name}" type="${type}" required${
    autocomplete === undefined ? '' : ` autocomplete="${autocomplete}"`
  }></label>`
