import { expect, test } from 'vitest'
import { link } from '../notice/nodes.ts'
import { weave, weaveList } from './weave.ts'

const page = link('https://shop.example/', 'here')

test('what is woven in stands where the language wants it', () => {
  expect(weave({ who: ['Ann'], page: [page] }, ({ who, page }) => `On ${page}, ${who} says so.`)).toEqual([
    'On ',
    page,
    ', ',
    'Ann',
    ' says so.',
  ])
})

test('a list joins whatever its items are, and our terms lose their capital', () => {
  const own = { kind: 'said', text: 'Couriers', language: 'en' } as const
  expect(weaveList([[own], ['The public'], [page]], 'en')).toEqual([own, ', ', 'the public', ' and ', page])
})
