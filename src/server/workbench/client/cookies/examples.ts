import type { CookieInput } from './cookie-input.ts'

const SHOP = { url: 'https://shop.example/', embedded: false, top: 'https://news.example/', script: false } as const

/** Where the fields stand at first. */
export const EMPTY: CookieInput = { ...SHOP, line: '' }

/** What people stumble over, each a chip. */
export const EXAMPLES = [
  {
    name: 'example.session',
    input: { ...SHOP, line: '__Host-session=38afes7a8; Path=/; Secure; HttpOnly; SameSite=Lax' },
  },
  {
    name: 'example.third',
    input: {
      ...SHOP,
      line: 'id=42; Max-Age=31536000; Secure; SameSite=None',
      url: 'https://widget.example/',
      embedded: true,
    },
  },
  { name: 'example.host-prefix', input: { ...SHOP, line: '__Host-id=42; Path=/; Secure; Domain=shop.example' } },
  {
    name: 'example.script',
    input: { ...SHOP, line: '_visitor=42; Path=/; Max-Age=63072000; Secure; SameSite=Lax', script: true },
  },
] as const satisfies readonly { readonly name: string; readonly input: CookieInput }[]
