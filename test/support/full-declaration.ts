import type { DeclarationInput } from '../../src/declare/index.ts'

/** A declaration that has every part: all kinds of choices, data with and without names, cookies, storage, complaints. */
export const FULL: DeclarationInput = {
  candor: 1,
  site: {
    name: { en: 'Hill & Dale', bg: 'Хълм и дол' },
    url: 'https://shop.example/',
    languages: ['bg', 'en'],
    controller: {
      name: { en: 'Hill & Dale Ltd', bg: '„Хълм и дол“ ООД' },
      email: 'privacy@shop.example',
      phone: '+359 2 987 65 43',
      url: 'https://shop.example/contact',
      address: { street: 'ul. Shipka 5', city: 'Sofia', 'postal-code': '1504', country: 'BG' },
    },
    pages: { policy: '/privacy', choices: '/choices' },
  },
  effective: '2012-06-14',
  protection: {
    en: 'Passwords are hashed.\n\nOnly two people may open the database.',
    bg: 'Паролите се хешират.\n\nСамо двама души имат достъп до базата.',
  },
  disclosure: { en: 'Only where the law obliges us.', bg: 'Само когато ни задължава законът.' },
  access: { rule: 'contact-and-other', how: { en: 'Write to us.', bg: 'Пишете ни.' } },
  disputes: [
    {
      type: 'service',
      service: 'https://shop.example/complaints',
      description: { en: 'We answer in a week.', bg: 'Отговаряме до седмица.' },
      remedies: ['correct', 'law'],
    },
    { type: 'independent', service: 'https://cpdp.bg/' },
  ],
  practices: {
    log: {
      name: { en: 'Access log', bg: 'Дневник за достъпа' },
      reason: { en: 'Our servers write down every request.', bg: 'Сървърите ни записват всяка заявка.' },
      data: ['dynamic.clickstream', 'dynamic.http.useragent'],
      purposes: { current: 'always', admin: 'always', 'pseudo-analysis': 'opt-out' },
      recipients: 'ours',
      retention: { rule: 'stated-purpose', period: '30 days' },
      mandatory: false,
      basis: 'legitimate-interests',
    },
    orders: {
      name: { en: 'Orders', bg: 'Поръчки' },
      reason: { en: 'To sell and send.', bg: 'За да продаваме и изпращаме.' },
      data: [
        'user.name',
        'user.home-info.postal',
        { ref: 'user.home-info.online.email', optional: true },
        { name: { en: 'What you bought', bg: 'Какво сте купили' }, categories: 'purchase' },
      ],
      purposes: {
        current: 'always',
        contact: 'opt-in',
        telemarketing: 'opt-out',
        'other-purpose': { text: { en: 'to keep the books', bg: 'за да водим счетоводството' } },
      },
      recipients: {
        ours: 'always',
        delivery: { text: { en: 'Couriers', bg: 'Куриери' }, hosts: ['*.courier.example'] },
        unrelated: 'opt-out',
      },
      retention: {
        rule: 'legal-requirement',
        period: '10 years',
        timetable: { en: 'Destroyed each January.', bg: 'Унищожават се всеки януари.' },
      },
      mandatory: true,
      basis: 'contract',
    },
    counts: {
      name: { en: 'Visit counts', bg: 'Брой посещения' },
      data: [{ ref: 'dynamic.cookies', categories: 'state' }],
      purposes: 'develop',
      recipients: 'ours',
      retention: 'indefinitely',
      identifiable: false,
      mandatory: false,
    },
  },
  cookies: [
    {
      name: 'cart',
      lifetime: '2 years',
      practice: 'orders',
      purpose: { en: 'Remembers your cart.', bg: 'Помни количката ви.' },
      uses: 'current',
    },
    {
      name: '_ct_*',
      host: '.counter.example',
      path: '/count',
      lifetime: 'session',
      party: 'third',
      'set-by': 'Counter Inc.',
      practice: 'counts',
    },
  ],
  storage: [
    {
      area: 'flash',
      key: 'settings',
      practice: 'counts',
      purpose: { en: 'The volume of the videos.', bg: 'Силата на звука във видеото.' },
    },
    { area: 'local', key: 'theme', practice: 'counts' },
  ],
  p3p: { header: 'always', scope: 'site' },
}
