import type { PostalAddress } from '../../../model/index.ts'
import { nameOfCountry } from '../../words/format.ts'
import { weave } from '../../words/weave.ts'
import { type Context, linkTo, said } from '../context.ts'
import { type Fact, facts, type Inlines, lines, paragraph, type Section, section, strong } from '../nodes.ts'

/** Declared strings in no particular language: names of a street or a town. */
function addressLines(context: Context, address: PostalAddress): Inlines {
  const { street, city, region, postalCode, country } = address
  const town = [postalCode, city].filter(part => part !== null).join(' ')
  const land = country === null ? null : nameOfCountry(country, context.language)
  const parts = [street, town, region, land].filter((part): part is string => part !== null && part !== '')
  return lines(parts.map(part => [part]))
}

/** Every way to reach the site that is declared. */
function waysToReach(context: Context): readonly Fact[] {
  const { text, policy } = context
  const { url: home, controller } = policy.site
  const { url, email, phone, address } = controller
  const ways: readonly (readonly [name: string, content: Inlines])[] = [
    [text['who.site'], linkTo(home, home)],
    [text['who.web'], url === null || url === home ? [] : linkTo(url, url)],
    [text['who.email'], email === null ? [] : linkTo(`mailto:${email}`, email)],
    [text['who.phone'], phone === null ? [] : linkTo(`tel:${phone.replace(/[^+\d]/g, '')}`, phone)],
    [text['who.address'], address === null ? [] : addressLines(context, address)],
  ]
  return ways
    .filter(([, content]) => content.length > 0)
    .map(([name, content]) => ({ name: [name], blocks: [paragraph(...content)] }))
}

/** Who answers for the data, and how to reach them. */
export function whoSection(context: Context): Section {
  const { text, policy } = context
  const controller = strong(said(context, policy.site.controller.name))
  const site = new URL(policy.site.url).host
  const says = weave({ controller: [controller], site: [site] }, text['who.says'])
  return section('who', [text['who.title']], [paragraph(...says), facts(waysToReach(context))])
}
