import type { ImportAction } from '../../model/index.ts'

/** What an action is called in the file, and its letter in a rule string. */
export const ACTION_WORDS = {
  accept: { file: 'accept', letter: 'a' },
  prompt: { file: 'prompt', letter: 'p' },
  leash: { file: 'forceFirstParty', letter: 'l' },
  downgrade: { file: 'forceSession', letter: 'd' },
  reject: { file: 'reject', letter: 'r' },
} as const satisfies Record<ImportAction, { readonly file: string; readonly letter: string }>

const ROWS = Object.entries(ACTION_WORDS) as [ImportAction, { readonly file: string; readonly letter: string }][]

export const FILE_ACTIONS: readonly string[] = ROWS.map(([, { file }]) => file)
export const actionOfWord = (word: string): ImportAction | undefined => ROWS.find(([, { file }]) => file === word)?.[0]
export const actionOfLetter = (letter: string): ImportAction | undefined =>
  ROWS.find(([, row]) => row.letter === letter)?.[0]

/** Letters and digits: what a token may be made of in both forms, whether or not it is one of P3P's. */
export const isTokenLike = (text: string): boolean => /^[A-Za-z0-9]{1,16}$/.test(text)

const LONGEST_EXCERPT = 60

/** What somebody wrote, short enough to be quoted. */
export const excerpt = (text: string): string => {
  const plain = text.trim().replace(/\s+/g, ' ')
  return plain.length > LONGEST_EXCERPT ? `${plain.slice(0, LONGEST_EXCERPT)}…` : plain
}
