import { describe, expect, test } from 'vitest'
import { emptyRecord, request } from '../../../test/support/page-record.ts'
import type { StoredCookie } from '../drivers/driver.ts'
import { collectCookies } from './cookies.ts'
import type { PageRecord, RecordedWrite } from './page-record.ts'

const stored = (given: Partial<StoredCookie>): StoredCookie => ({
  name: 'a',
  value: '1',
  host: 'shop.example',
  path: '/',
  secure: false,
  httpOnly: false,
  expires: null,
  partition: null,
  sameSite: null,
  ...given,
})

const answer = (...lines: (string | readonly [string, string])[]) =>
  request({
    setCookies: lines.map(line =>
      typeof line === 'string' ? { line, refused: [] } : { line: line[0], refused: [line[1]] },
    ),
  })

const write = (text: string, given: Partial<RecordedWrite> = {}): RecordedWrite => ({
  kind: 'cookie',
  text,
  taken: true,
  frame: { url: 'https://shop.example/', ancestors: [] },
  place: { url: 'https://cdn.example/tag.js', line: 3, column: 7 },
  at: 100,
  ...given,
})

const seen = (record: Partial<PageRecord>) => collectCookies({ ...emptyRecord, ...record })
const brief = (record: Partial<PageRecord>) =>
  seen(record).map(({ name, host, via, fate, earlier }) => `${name} ${host} ${via} ${fate}${earlier ? ' earlier' : ''}`)

describe('what became of a cookie', () => {
  test('kept: the jar tells its attributes, the line who set it', () => {
    const expires = emptyRecord.began / 1000 + 86_400
    const [cookie] = seen({
      requests: [answer('a=secret; Max-Age=86400; HttpOnly')],
      jar: [stored({ expires, httpOnly: true, value: 'secret' })],
    })
    expect(cookie).toMatchObject({
      fate: 'kept',
      via: 'header',
      source: 'https://shop.example/',
      lifetime: 1,
      httpOnly: true,
      written: 'a=xxxxxx; Max-Age=86400; HttpOnly',
      setting: { via: 'header', top: 'https://shop.example/', ancestors: [] },
    })
    expect(JSON.stringify(cookie)).not.toContain('secret')
  })

  test('refused: by the browser, in its words, or by silence', () => {
    expect(seen({ requests: [answer(['b=1; SameSite=None', 'SameSiteNoneInsecure'])] })).toMatchObject([
      { fate: 'refused', because: ['SameSiteNoneInsecure'], sameSite: 'None' },
    ])
    expect(brief({ writes: [write('b=1; Domain=com', { taken: false })] })).toEqual(['b com script refused'])
  })

  test('gone: it was there, and is not', () => {
    expect(brief({ writes: [write('c=1')] })).toEqual(['c shop.example script gone'])
  })

  test('taken back: nothing was put on the device', () => {
    expect(brief({ requests: [answer('old=; Max-Age=0', 'older=; Expires=Thu, 01 Jan 1970 00:00:00 GMT')] })).toEqual(
      [],
    )
  })

  test('not seen: who set it is said to be unknown', () => {
    expect(brief({ jar: [stored({})] })).toEqual(['a shop.example unknown kept'])
  })
})

describe('who set it', () => {
  test('each that did, once', () => {
    const record = {
      requests: [answer('a=1')],
      writes: [write('a=2'), write('a=3'), write('a=4', { place: null })],
      jar: [stored({})],
    }
    expect(seen(record).map(({ via, source, line }) => `${via} ${source} ${line}`)).toEqual([
      'header https://shop.example/ null',
      'script https://cdn.example/tag.js 3',
      'script https://shop.example/ null',
    ])
  })

  test('a frame of another site', () => {
    const frame = { url: 'https://ads.example/frame', ancestors: ['https://shop.example/'] }
    const [cookie] = seen({
      requests: [
        request({
          url: 'https://ads.example/frame',
          frame,
          setCookies: [{ line: 'id=1; Domain=ads.example', refused: [] }],
        }),
      ],
      jar: [stored({ name: 'id', host: '.ads.example' })],
    })
    expect(cookie).toMatchObject({
      party: 'third',
      frame: 'https://ads.example/frame',
      hostOnly: false,
      host: 'ads.example',
    })
    expect(cookie?.setting).toMatchObject({ top: 'https://shop.example/', ancestors: [] })
  })

  test('an earlier page, where it was seen there', () => {
    const origin = {
      via: 'script',
      source: 'https://cdn.example/tag.js',
      line: 3,
      column: 7,
      frame: null,
      written: 'a=x',
      setting: null,
      lifetime: 30,
    } as const
    const [cookie] = seen({ jar: [stored({})], known: new Map([['shop.example\n/\na\n', origin]]) })
    expect(cookie).toMatchObject({ ...origin, earlier: true, at: null })
  })
})

test('values are kept only when asked for', () => {
  const record = { requests: [answer('a=secret')], jar: [stored({ value: 'secret' })], values: true }
  expect(seen(record)[0]).toMatchObject({ written: 'a=secret', value: { length: 6, text: 'secret' } })
})
