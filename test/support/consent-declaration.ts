import type { DeclarationInput } from '../../src/declare/index.ts'

/** A shop with something of each kind to decide: nothing, a yes, a no, and what Global Privacy Control refuses. */
export const ASKING: DeclarationInput = {
  candor: 1,
  site: {
    name: { en: 'Hill & Dale', bg: 'Хълм и дол' },
    url: 'https://shop.example/',
    languages: ['en', 'bg'],
    controller: { name: 'Hill & Dale Ltd', email: 'privacy@shop.example' },
    pages: { policy: '/privacy', choices: '/candor/choices' },
  },
  access: 'all',
  disputes: [{ type: 'service', service: 'https://shop.example/complaints', remedies: 'correct' }],
  practices: {
    cart: {
      name: { en: 'Your cart', bg: 'Количката ви' },
      reason: {
        en: 'So that your cart is still there on the next page.',
        bg: 'За да намерите количката си и на следващата страница.',
      },
      data: [{ ref: 'dynamic.cookies', categories: ['state'] }],
      purposes: 'current',
      recipients: 'ours',
      retention: { rule: 'stated-purpose', period: '30 days' },
      basis: 'contract',
    },
    statistics: {
      name: { en: 'Visit statistics', bg: 'Статистика на посещенията' },
      reason: {
        en: 'We count which pages are read, to make them better. Nobody is followed to other sites.',
        bg: 'Броим кои страници се четат, за да ги подобрим. Никого не следим на други сайтове.',
      },
      data: [{ ref: 'dynamic.cookies', categories: ['uniqueid'] }, 'dynamic.clickstream'],
      purposes: { develop: 'opt-in', 'pseudo-analysis': 'opt-in' },
      recipients: 'ours',
      retention: { rule: 'business-practices', period: '13 months' },
      basis: 'consent',
    },
    ads: {
      name: { en: 'Advertising', bg: 'Реклама' },
      reason: {
        en: 'Our advertisers show you what suits you, here and on other sites.',
        bg: 'Рекламодателите ни ви показват подходящи неща тук и на други сайтове.',
      },
      data: [{ ref: 'dynamic.cookies', categories: ['uniqueid', 'preference'] }],
      purposes: { 'pseudo-decision': 'opt-in' },
      recipients: {
        ours: 'always',
        unrelated: {
          choice: 'opt-in',
          text: { en: 'Broadway Ads', bg: 'Бродуей Адс' },
          hosts: ['*.broadway-ads.example'],
        },
      },
      retention: { rule: 'business-practices', period: '90 days' },
      basis: 'consent',
    },
    suggestions: {
      name: { en: 'Suggestions from your visits', bg: 'Предложения според посещенията ви' },
      reason: {
        en: 'We show you things like those you have looked at.',
        bg: 'Показваме ви неща като онези, които сте разглеждали.',
      },
      data: ['dynamic.clickstream'],
      purposes: { 'pseudo-decision': 'opt-out' },
      recipients: 'ours',
      retention: { rule: 'stated-purpose', period: '6 months' },
      basis: 'legitimate-interests',
    },
  },
  cookies: [
    { name: 'cart', lifetime: '30 days', practice: 'cart' },
    { name: '_visit', lifetime: '13 months', practice: 'statistics' },
    { name: '_ad', lifetime: '90 days', practice: 'ads' },
  ],
  storage: [
    { area: 'local', key: 'visit-*', practice: 'statistics' },
    { area: 'local', key: 'cart', practice: 'cart' },
  ],
}

/** As many practices to choose on as a visitor's browser keeps a choice about. */
export function mostAskingAt(url: string): DeclarationInput {
  const { statistics } = ASKING.practices as Readonly<Record<string, object>>
  const practices = Object.fromEntries(Array.from({ length: 160 }, (_, at) => [`practice-${at}`, statistics]))
  return { ...askingAt(url), practices: practices as DeclarationInput['practices'], cookies: [], storage: [] }
}

/** The same where a test serves it. */
export const askingAt = (url: string, practices: object = {}): DeclarationInput => ({
  ...ASKING,
  site: { ...ASKING.site, url, pages: { policy: '/privacy', choices: '/candor/choices' } },
  practices: { ...ASKING.practices, ...practices } as DeclarationInput['practices'],
})
