import { compile } from '../../src/compile/index.ts'
import { type DeclarationInput, declareObject } from '../../src/declare/index.ts'
import type { Policy } from '../../src/model/index.ts'

/** A small shop that says all it should: nothing is found in it. */
export const SOUND: DeclarationInput = {
  candor: 1,
  site: {
    name: 'Shop',
    url: 'https://shop.example/',
    languages: ['en', 'bg'],
    controller: { name: 'Shop Ltd', email: 'privacy@shop.example' },
    pages: { policy: '/privacy', choices: '/choices' },
  },
  access: 'all',
  disputes: [{ type: 'service', service: 'https://shop.example/complaints', remedies: 'correct' }],
  practices: {
    shop: {
      name: { en: 'Shop', bg: 'Магазин' },
      data: [{ ref: 'dynamic.cookies', categories: ['uniqueid', 'state'] }],
      purposes: 'current',
      recipients: 'ours',
      retention: { rule: 'stated-purpose', period: '1 year' },
      basis: 'contract',
    },
  },
  cookies: [{ name: 'basket', lifetime: '30 days', practice: 'shop' }],
}

/** The compiled policy of a declaration that must be sound to compile; throws its issues otherwise. */
export function policyOf(input: DeclarationInput): Policy {
  const declared = declareObject(input)
  if (!declared.ok) throw new Error(JSON.stringify(declared.issues))
  const compiled = compile(declared.value.declaration)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
  return compiled.value
}
