import { describe, expect, test } from 'vitest'
import { policyOf, SOUND } from '../../test/support/policy-of.ts'
import { cookiesMatching } from './cookies-matching.ts'

const policy = policyOf({
  ...SOUND,
  cookies: [
    { name: '_ga*', host: '.shop.example', lifetime: '2 years', practice: 'shop' },
    { name: '_ga', host: '.shop.example', lifetime: '1 year', practice: 'shop' },
    { name: 'cart', lifetime: 'session', path: '/cart', practice: 'shop' },
    { name: '*', host: 'ads.example', lifetime: '1 day', practice: 'shop' },
  ],
})

const find = (name: string, host = 'shop.example', path = '/') =>
  cookiesMatching(policy, { name, host, path }).map(cookie => `${cookie.name} ${cookie.host}${cookie.path}`)

describe('which declared cookie a cookie on a device is', () => {
  test('an exact name comes before a pattern that fits too', () => {
    expect(find('_ga')).toEqual(['_ga .shop.example/', '_ga* .shop.example/'])
  })

  test('a pattern covers what it fits', () => {
    expect(find('_ga_X1')).toEqual(['_ga* .shop.example/'])
    expect(find('_gid')).toEqual([])
  })

  test('a host with a dot covers itself and the hosts below, in any case, but not a host that only ends like it', () => {
    expect(find('_ga_X1', 'www.Shop.example')).toHaveLength(1)
    expect(find('_ga_X1', '.shop.example')).toHaveLength(1)
    expect(find('_ga_X1', 'evilshop.example')).toEqual([])
  })

  test('a host without a dot is that host alone', () => {
    expect(find('x', 'ads.example')).toHaveLength(1)
    expect(find('x', 'a.ads.example')).toEqual([])
  })

  test('a path covers itself and what is below it', () => {
    expect(find('cart', 'shop.example', '/cart')).toHaveLength(1)
    expect(find('cart', 'shop.example', '/cart/pay')).toHaveLength(1)
    expect(find('cart', 'shop.example', '/carton')).toEqual([])
    expect(find('cart')).toEqual([])
  })
})
