import type { Policy } from '../../src/model/index.ts'

const isLocalText = (value: object): value is Readonly<Record<string, string>> => {
  const entries = Object.entries(value)
  return (
    entries.length > 0 && entries.every(([key, text]) => (key === 'bg' || key === 'en') && typeof text === 'string')
  )
}

/** Free words of a policy; the rest is held to a form by the declaration's schema. */
const FREE = new Set(['key', 'street', 'city', 'region', 'postalCode', 'country', 'phone', 'email'])

function replaced(value: unknown, text: string): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(item => replaced(item, text))
  if (isLocalText(value)) return Object.fromEntries(Object.keys(value).map(language => [language, text]))
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      FREE.has(key) && typeof member === 'string' ? text : replaced(member, text),
    ]),
  )
}

/** The policy with the same text in every place where the site may write what it likes. */
export const withTexts = (policy: Policy, text: string): Policy => replaced(policy, text) as Policy
