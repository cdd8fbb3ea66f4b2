import { expect, test } from 'vitest'
import { readCookieFile } from './webkitgtk-undriven.ts'

test('a cookie file is read as libsoup writes it', () => {
  const text = [
    '# HTTP Cookie File',
    '',
    'shop.example\tFALSE\t/\tTRUE\t1811000000\tbasket\ta=b\tLax',
    '#HttpOnly_.shop.example\tTRUE\t/in\tFALSE\t1811000001\tsession\t\tNone',
  ].join('\n')
  expect(readCookieFile(text)).toEqual([
    {
      name: 'basket',
      value: 'a=b',
      host: 'shop.example',
      path: '/',
      secure: true,
      httpOnly: false,
      expires: 1811000000,
      partition: null,
      sameSite: 'Lax',
    },
    {
      name: 'session',
      value: '',
      host: '.shop.example',
      path: '/in',
      secure: false,
      httpOnly: true,
      expires: 1811000001,
      partition: null,
      sameSite: 'None',
    },
  ])
})
