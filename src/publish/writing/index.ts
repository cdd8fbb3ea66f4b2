export { attributes, escapeText } from '../html/escape.ts'
export { textWidth } from '../svg/text.ts'
export { enumerate, formatDate } from '../words/format.ts'
