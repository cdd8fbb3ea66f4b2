import { type Language, report as messages, sayIssue } from '../../messages/index.ts'
import { formatDate } from '../../publish/writing/index.ts'
import { printable } from '../printable.ts'
import { countFindings, type Report, type SiteReport } from '../report.ts'
import { sayEngines, sayLooked, sayVerdict } from '../say.ts'
import { findingsHtml } from './findings.ts'
import { type Html, join, lone, NOTHING, styleSheet, tag, text } from './html.ts'
import { mapHtml } from './map.ts'
import { shotsHtml } from './shots.ts'
import { PAGE_STYLE } from './style.ts'
import { cookiesHtml, fieldsHtml, gapsHtml } from './tables.ts'
import { timelineHtml } from './timeline.ts'
import { createView, nameIn, type View } from './view.ts'

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

const PARTS = [
  ['findings', findingsHtml],
  ['states', shotsHtml],
  ['timeline', timelineHtml],
  ['map', mapHtml],
  ['cookies', cookiesHtml],
  ['fields', fieldsHtml],
  ['gaps', gapsHtml],
] as const

interface Part {
  readonly id: (typeof PARTS)[number][0]
  readonly html: Html
}

/** The parts that have something to show. */
const partsOf = (view: View): readonly Part[] =>
  PARTS.filter(([id]) => id !== 'findings' || view.all.file !== null)
    .map(([id, write]) => ({ id, html: write(view) }))
    .filter(({ html }) => html !== NOTHING)

function contents(parts: readonly Part[], view: View): Html {
  const { language, prefix } = view
  const words = messages[language]
  const links = parts.map(({ id }) => tag('li', {}, tag('a', { href: `#${prefix}-${id}` }, text(words[`page.${id}`]))))
  return tag('nav', { class: 'contents', 'aria-label': nameIn(view, words['page.contents']) }, tag('ul', {}, ...links))
}

/** How the verdict looks: as grave as the gravest finding. */
function lookOf({ findings }: SiteReport, { file }: Report): string {
  if (file === null) return 'note'
  const { error, warning } = countFindings(findings)
  return error > 0 ? 'error' : warning > 0 ? 'warning' : 'good'
}

function siteHtml(one: SiteReport, all: Report, at: number, language: Language): Html {
  const view = createView(one, all, at, language)
  const words = messages[language]
  const parts = partsOf(view)
  const title = words['page.title']({ site: view.things.addresses.own })
  const when = words['page.when']({
    date: formatDate(one.site.began, language),
    engines: sayEngines(one.site, language),
  })
  return join([
    tag('h1', {}, text(printable(title))),
    tag('p', { class: 'soft' }, text(when)),
    tag('p', { class: `verdict ${lookOf(one, all)}` }, text(sayVerdict(one, all, language))),
    ...sayLooked(one, language).map(line => tag('p', {}, text(line))),
    contents(parts, view),
    ...parts.map(({ html }) => html),
  ])
}

/**
 * The report as one HTML document that needs nothing beside it: no script, no file, no font, no request. What the site
 * said stands in it as text only.
 */
export function reportHtml(all: Report, language: Language): string {
  const words = messages[language]
  const hosts = all.sites.map(({ site }) => (URL.canParse(site.url) ? new URL(site.url).host : site.url)).join(', ')
  const title = words['page.title']({ site: printable(hosts) })
  const about = all.issues.map(found => tag('p', { class: 'soft' }, text(printable(sayIssue(found, language)))))
  const sites = all.sites.map((one, at) => siteHtml(one, all, at, language))
  const skip = all.file === null ? '#site-1-states' : '#site-1-findings'
  const page = tag(
    'html',
    { lang: language },
    tag(
      'head',
      {},
      join([
        lone('meta', { charset: 'utf-8' }),
        lone('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        lone('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
        // Without an icon of its own a browser would ask for one.
        lone('link', { rel: 'icon', href: 'data:,' }),
        tag('title', {}, text(title)),
        styleSheet(PAGE_STYLE),
      ]),
    ),
    tag(
      'body',
      {},
      tag('a', { class: 'skip', href: skip }, text(words['page.skip'])),
      tag('main', {}, ...sites, ...about),
    ),
  )
  return `<!DOCTYPE html>\n${page}\n`
}
