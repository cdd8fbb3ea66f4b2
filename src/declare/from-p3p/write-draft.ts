import { Document, isMap, isScalar, type Pair, type Scalar, visit } from 'yaml'
import { type Language, draft as messages } from '../../messages/index.ts'
import type { Draft, DraftTable, DraftValue } from './draft.ts'

const isQuestion = (value: DraftValue): boolean => typeof value === 'string' && value.startsWith('?')

/** How many answers a draft still wants. */
export function countQuestions(value: DraftValue): number {
  if (typeof value !== 'object') return isQuestion(value) ? 1 : 0
  return Object.values(value as DraftTable).reduce<number>((sum, inner) => sum + countQuestions(inner), 0)
}

/** A comment is lines of `# text`. */
const comment = (text: string) => text.replace(/^/gm, ' ')

/** The pair with that key, in the map at the end of the path. */
function pairAt(doc: Document, path: readonly (string | number)[]): Pair<Scalar> | undefined {
  const parent = path.length === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return undefined
  return parent.items.find((pair): pair is Pair<Scalar> => isScalar(pair.key) && pair.key.value === path.at(-1))
}

/** Words of a vocabulary read best side by side. */
function putShortListsOnOneLine(doc: Document) {
  visit(doc, {
    Seq(_, list) {
      list.flow = list.items.every(item => isScalar(item) && !/[^a-z-]/.test(String(item.value)))
    },
  })
}

/** The draft as the text of a `candor.yaml`: the same draft gives the same text. */
export function writeDraft({ declaration, notes }: Draft, source: string, language: Language): string {
  const text = messages[language]
  const doc = new Document(declaration)
  const head = text['note.head']({ source: source.replace(/[\r\n]+/g, ' ') })
  doc.commentBefore = comment(countQuestions(declaration) > 0 ? `${head}\n${text['note.questions']}` : head)
  for (const key of Object.keys(declaration).slice(1)) {
    const pair = pairAt(doc, [key])
    if (pair !== undefined) pair.key.spaceBefore = true
  }
  for (const note of notes) {
    const pair = pairAt(doc, note.path)
    const asked = isScalar(pair?.value) && isQuestion(String(pair.value.value))
    if (pair !== undefined && !asked) pair.key.commentBefore = comment(note.text)
  }
  putShortListsOnOneLine(doc)
  return doc.toString({ lineWidth: 120, flowCollectionPadding: false })
}
