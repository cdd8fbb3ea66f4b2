import { expect, test } from 'vitest'
import { groupAlike } from './group-alike.ts'

test('what is alike comes together, in the order in which the first of each came', () => {
  expect(groupAlike(['fig', 'apple', 'pea', 'plum', 'grape'], word => String(word.length))).toEqual([
    ['fig', 'pea'],
    ['apple', 'grape'],
    ['plum'],
  ])
})
