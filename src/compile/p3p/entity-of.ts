import { type LanguageTag, type P3pData, type Party, type Site, textIn } from '../../model/index.ts'

/** `+359 2 987 65 43` gives the country's code apart; any other spelling stays whole. */
function phoneParts(phone: string): readonly (readonly [string, string])[] {
  const parts = /^\+(\d{1,3})[ -](.+)$/.exec(phone)
  return parts === null
    ? [['number', phone]]
    : [
        ['intcode', parts[1] ?? ''],
        ['number', parts[2] ?? ''],
      ]
}

/** Of a party: where it can be reached, as members of the base schema's `contact` structure, in its order. */
function contactMembers({ email, phone, url, address }: Party): readonly (readonly [string, string | null])[] {
  return [
    ['postal.street', address?.street ?? null],
    ['postal.city', address?.city ?? null],
    ['postal.stateprov', address?.region ?? null],
    ['postal.postalcode', address?.postalCode ?? null],
    ['postal.country', address?.country ?? null],
    ...(phone === null ? [] : phoneParts(phone)).map(([part, value]) => [`telecom.telephone.${part}`, value] as const),
    ['online.email', email],
    ['online.uri', url],
  ]
}

const entityDatum = (name: string, value: string): P3pData => ({
  ref: `#business.${name}`,
  base: null,
  optional: false,
  categories: [],
  otherCategory: null,
  value,
})

/** P3P 1.0, 3.2.4 ENTITY: the name and at least one way to reach it; where none is declared, the site itself. */
export function entityOf({ controller, url }: Site, language: LanguageTag): readonly P3pData[] {
  const contact = contactMembers(controller)
    .filter((member): member is readonly [string, string] => member[1] !== null)
    .map(([member, value]) => entityDatum(`contact-info.${member}`, value))
  return [
    entityDatum('name', textIn(controller.name, language)),
    ...(contact.length > 0 ? contact : [entityDatum('contact-info.online.uri', url)]),
  ]
}
