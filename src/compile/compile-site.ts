import type { SiteDeclaration } from '../declare/index.ts'
import type { Site } from '../model/index.ts'

/** A page's address: whole, or as it stands below the site's. */
const pageUrl = (page: string, url: string): string => new URL(page, url).href

/** Where no page for people is named, it is where `candor serve` and `candor build` put the notice. */
export function compileSite({ name, url, languages, controller, pages }: SiteDeclaration): Site {
  const base = url.endsWith('/') ? url : `${url}/`
  return {
    name,
    url,
    languages,
    controller: { ...controller, name: controller.name ?? name },
    policyPage: pageUrl(pages.policy ?? `notice/${languages[0]}/`, base),
    choicesPage: pages.choices === null ? null : pageUrl(pages.choices, base),
  }
}
