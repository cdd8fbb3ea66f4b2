import type { PostalAddress } from '../../../model/index.ts'
import { nameOfCountry } from '../../words/format.ts'
import { weave } from '../../words/weave.ts'
import { type Context, linkTo, said } from '../context.ts'
import { type Fact, facts, type Inlines, lines, paragraph, type Section, section, strong } from '../nodes.ts'

const fact = (name: string, content: Inlines): Fact => ({ name: [name], blocks: [paragraph(...content)] })

/** A declared string in no particular language: a name of a street or a town. */
function addressLines(context: Context, address: PostalAddress): Inlines {
  const { street, city, region, postalCode, country } = address
  const town = [postalCode, city].filter(part => part !== null).join(' ')
  const land = country === null ? null : nameOfCountry(country, context.language)
  const parts = [street, town, region, land].filter((part): part is string => part !== null && part !== '')
  return lines(parts.map(part => [part]))
}

/** Who answers for the data, and how to reach them. */
export function whoSection(context: Context): Section {
  const { text, policy } = context
  const { controller, url } = policy.site
  const says = weave(
    { controller: [strong(said(context, controller.name))], site: [new URL(url).host] },
    text['who.says'],
  )
  return section(
    'who',
    [text['who.title']],
    [
      paragraph(...says),
      facts([
        fact(text['who.site'], linkTo(url, url)),
        ...(controller.url === null || controller.url === url
          ? []
          : [fact(text['who.web'], linkTo(controller.url, controller.url))]),
        ...(controller.email === null
          ? []
          : [fact(text['who.email'], linkTo(`mailto:${controller.email}`, controller.email))]),
        ...(controller.phone === null
          ? []
          : [fact(text['who.phone'], linkTo(`tel:${controller.phone.replace(/[^+\d]/g, '')}`, controller.phone))]),
        ...(controller.address === null ? [] : [fact(text['who.address'], addressLines(context, controller.address))]),
      ]),
    ],
  )
}
