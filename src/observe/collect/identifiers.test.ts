import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyRecord, request } from '../../../test/support/page-record.ts'
import { carriedIds, knownIds, tellsApart } from './identifiers.ts'
import type { RecordedRequest } from './page-record.ts'

const ID = 'Zm9vYmFy.93cd01'
const cookie = {
  name: 'uid',
  value: ID,
  host: '.shop.example',
  path: '/',
  secure: true,
  httpOnly: false,
  expires: null,
  partition: null,
  sameSite: null,
} as const

const idsIn = (asked: Partial<RecordedRequest>, value: string = ID) =>
  carriedIds(
    request({ url: 'https://ads.example/', ...asked }),
    knownIds({ ...emptyRecord, jar: [{ ...cookie, value }] }),
  ).map(({ in: where, name, encoding }) => `${where} ${name} ${encoding}`)

describe('an id is found', () => {
  const encoded = Buffer.from(ID).toString('base64')
  test.each([
    ['in a parameter', { url: `https://ads.example/p?a=1&u=${ID}` }, 'parameter u plain'],
    ['in the path', { url: `https://ads.example/v/${ID}/x.gif` }, 'path  plain'],
    ['in base64', { url: `https://ads.example/?u=${encodeURIComponent(encoded)}` }, 'parameter u base64'],
    ['in hexadecimal', { url: `https://ads.example/?u=${Buffer.from(ID).toString('hex')}` }, 'parameter u hex'],
    ['in a form', { body: `x=1&user=${ID}` }, 'body user plain'],
    ['in JSON', { body: JSON.stringify({ events: [{ who: { id: ID } }] }) }, 'body id plain'],
    ['in plain text', { body: `seen ${ID}` }, 'body  plain'],
    ['among other things', { url: `https://ads.example/?v=2.${ID.split('.')[0]}.7` }, 'parameter v part'],
  ])('%s', (_, asked, found) => {
    expect(idsIn(asked)).toEqual([found])
  })

  test.each(['md5', 'sha1', 'sha256'])('as its hash by %s', algorithm => {
    const hash = createHash(algorithm).update(ID).digest('hex')
    expect(idsIn({ url: `https://ads.example/?h=${hash}` })).toEqual([`parameter h ${algorithm}`])
  })

  test('where an id stands among others in a cookie', () => {
    expect(idsIn({ url: 'https://ads.example/?cid=8123456789' }, 'GA1.2.8123456789.1700000000')).toEqual([
      'parameter cid part',
    ])
  })
})

test.each(['true', 'en-GB', '1700000000', '1700000000123', 'accepted', '00000000', ''])(
  '%s tells nobody apart',
  text => {
    expect(tellsApart(text)).toBe(false)
  },
)

test('what nobody keeps is no id', () => {
  expect(idsIn({ url: 'https://ads.example/?q=something-long-and-different-1234' })).toEqual([])
})

test('any request and any cookie is read, in time that grows with its length', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.webUrl({ withQueryParameters: true }), (value, body, url) => {
      idsIn({ url, body }, value)
    }),
    { numRuns: 200 },
  )
  expect(idsIn({ body: '['.repeat(60_000) })).toEqual([])
  expect(idsIn({ body: '&'.repeat(60_000), url: `https://ads.example/${'/'.repeat(60_000)}` })).toEqual([])
})
