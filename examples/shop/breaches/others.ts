import { field } from '../html.ts'
import { type Breach, EVERY, VISITORS } from './breach.ts'

export const OTHERS: readonly Breach[] = [
  {
    id: 'a letter that wants to know your birthday',
    found: [{ code: 'data-undeclared', subject: 'field birthday', states: EVERY }],
    fields: form =>
      form === 'newsletter'
        ? field({ name: 'birthday', label: 'Birthday · Рожден ден', type: 'date', autocomplete: 'bday' })
        : '',
  },
  {
    id: 'an order that wants to see your identity card',
    found: [{ code: 'data-undeclared', subject: 'field egn', states: EVERY }],
    fields: form => (form === 'order' ? field({ name: 'egn', label: 'National identity number · ЕГН' }) : ''),
  },
  {
    id: 'an order that asks for a card number on this page',
    found: [{ code: 'data-undeclared', subject: 'field card', states: EVERY }],
    fields: form =>
      form === 'order' ? field({ name: 'card', label: 'Card number · Номер на карта', autocomplete: 'cc-number' }) : '',
  },
  {
    id: 'a compact policy that does not say who gets the data',
    found: [{ code: 'policy-differs', subject: 'published P3P', states: VISITORS }],
    header: p3p => p3p.replace(' OUR', ''),
  },
  {
    id: 'a policy that was published once and never again',
    found: [{ code: 'policy-differs', subject: 'published /policy.json', states: ['before'] }],
    answer: ({ path }) =>
      path === '/policy.json'
        ? {
            status: 200,
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ format: 'candor-policy-1', hash: `sha256:${'0'.repeat(64)}` }),
          }
        : undefined,
  },
  {
    id: 'a policy that is not published',
    found: [{ code: 'policy-unpublished', subject: 'published /w3c/p3p.xml', states: ['before'] }],
    answer: ({ path }) => (path === '/w3c/p3p.xml' ? { status: 404, body: 'Not found' } : undefined),
  },
]
