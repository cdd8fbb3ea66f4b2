import type { Said } from './language.ts'

export const SHELVES = ['honey', 'tea', 'house'] as const
export type Shelf = (typeof SHELVES)[number]

/** What a picture of it shows. */
export type Shape = 'jar' | 'cup' | 'candle' | 'spoon' | 'box'

export interface Good {
  readonly id: string
  readonly shelf: Shelf
  /** In cents. */
  readonly price: number
  readonly shape: Shape
  readonly colour: string
  readonly name: Said
  readonly about: Said
}

const good = (id: string, shelf: Shelf, rest: Omit<Good, 'id' | 'shelf'>): Good => ({ id, shelf, ...rest })

export const GOODS: readonly Good[] = [
  good('linden-honey', 'honey', {
    price: 890,
    shape: 'jar',
    colour: '#e2b13c',
    name: { en: 'Linden honey', bg: 'Липов мед' },
    about: {
      en: 'From old trees above the river. Light, minty, slow to set.',
      bg: 'От старите липи над реката. Светъл, с дъх на мента, кристализира бавно.',
    },
  }),
  good('acacia-honey', 'honey', {
    price: 950,
    shape: 'jar',
    colour: '#f0d27a',
    name: { en: 'Acacia honey', bg: 'Акациев мед' },
    about: {
      en: 'Pale as water and mild: the one that children ask for.',
      bg: 'Почти прозрачен и мек: медът, който децата искат.',
    },
  }),
  good('forest-honeydew', 'honey', {
    price: 1090,
    shape: 'jar',
    colour: '#7a4a1e',
    name: { en: 'Forest honeydew', bg: 'Манов мед' },
    about: {
      en: 'Dark and malty, from the oak woods of Strandzha.',
      bg: 'Тъмен, с вкус на малц, от дъбовите гори на Странджа.',
    },
  }),
  good('linden-tea', 'tea', {
    price: 420,
    shape: 'cup',
    colour: '#b9b04a',
    name: { en: 'Linden blossom', bg: 'Липов цвят' },
    about: {
      en: 'Picked in June, dried in the shade. Two pinches to a cup.',
      bg: 'Бран през юни, сушен на сянка. Две щипки за чаша.',
    },
  }),
  good('mountain-tea', 'tea', {
    price: 640,
    shape: 'cup',
    colour: '#8aa07a',
    name: { en: 'Mountain tea', bg: 'Мурсалски чай' },
    about: {
      en: 'Whole stalks from the Rhodope. Boil them for five minutes.',
      bg: 'Цели стръкове от Родопите. Варят се пет минути.',
    },
  }),
  good('wild-thyme', 'tea', {
    price: 380,
    shape: 'cup',
    colour: '#a07aa0',
    name: { en: 'Wild thyme', bg: 'Мащерка' },
    about: {
      en: 'For winter evenings, with a spoon of the honey next door.',
      bg: 'За зимни вечери, с лъжица мед от съседния рафт.',
    },
  }),
  good('beeswax-candle', 'house', {
    price: 720,
    shape: 'candle',
    colour: '#d9a441',
    name: { en: 'Beeswax candle', bg: 'Свещ от пчелен восък' },
    about: {
      en: 'Rolled by hand. Burns for nine hours and smells of summer.',
      bg: 'Навита на ръка. Гори девет часа и ухае на лято.',
    },
  }),
  good('honey-spoon', 'house', {
    price: 350,
    shape: 'spoon',
    colour: '#a9743f',
    name: { en: 'Honey spoon', bg: 'Лъжица за мед' },
    about: {
      en: 'Turned from plum wood. Wash it by hand.',
      bg: 'Изработена на струг от слива. Мие се на ръка.',
    },
  }),
  good('gift-box', 'house', {
    price: 2490,
    shape: 'box',
    colour: '#5f7f5a',
    name: { en: 'Gift box', bg: 'Кутия за подарък' },
    about: {
      en: 'Three honeys, a tea and a candle, and a card with your words.',
      bg: 'Три вида мед, чай и свещ, и картичка с вашите думи.',
    },
  }),
]

export const findGood = (id: string): Good | undefined => GOODS.find(each => each.id === id)
