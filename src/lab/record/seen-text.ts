import type { CookieQuestion } from '../../model/index.ts'
import type { SeenAnswer } from '../run/index.ts'

const STORED = { kept: true, refused: false, unseen: null } as const
type Word = keyof typeof STORED

const FORM = /^(kept|refused|unseen)(?: in (\S+))?(?: (session|-?[\d.]+ d))?(?: -> (.+?))?(?: \?\? (.+))?$/

const idsWhere = (sent: SeenAnswer['sent'], wanted: boolean | null): string =>
  Object.keys(sent)
    .filter(id => sent[id] === wanted)
    .join(' ')

/** What was seen, in few words: `kept in https://a.com 400 d -> typed link ?? framed`. */
export function encodeSeen({ stored, kept, sent }: SeenAnswer): string {
  const word: Word = stored === null ? 'unseen' : stored ? 'kept' : 'refused'
  const [going, unseen] = [idsWhere(sent, true), idsWhere(sent, null)]
  return [
    word,
    kept?.partition == null ? '' : ` in ${kept.partition}`,
    kept === null ? '' : kept.expires === 'session' ? ' session' : ` ${Number(kept.expires.toFixed(3))} d`,
    going === '' ? '' : ` -> ${going}`,
    unseen === '' ? '' : ` ?? ${unseen}`,
  ].join('')
}

/** The same words read back; null if they are none. */
export function decodeSeen(text: string, id: string, ask: readonly CookieQuestion[]): SeenAnswer | null {
  const [whole, word, partition, life, going = '', unseen = ''] = FORM.exec(text) ?? []
  if (whole === undefined) return null
  const [sentIds, unseenIds] = [going.split(' '), unseen.split(' ')]
  const expires = life === 'session' ? life : Number.parseFloat(life ?? '')
  return {
    id,
    stored: STORED[word as Word],
    kept: life === undefined ? null : { partition: partition ?? null, expires },
    sent: Object.fromEntries(
      ask.map(question => [question.id, unseenIds.includes(question.id) ? null : sentIds.includes(question.id)]),
    ),
  }
}
