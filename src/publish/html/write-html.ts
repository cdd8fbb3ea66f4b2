import type { Notice } from '../notice/nodes.ts'
import { directionOf } from '../words/format.ts'
import { blocksHtml } from './blocks.ts'
import { attributes, escapeText } from './escape.ts'
import { inlinesHtml } from './inline.ts'
import { NOTICE_STYLE } from './style.ts'

/** A dot on a page; without an icon of its own a browser would ask the server for one. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect x='2' width='12' height='16' rx='2' fill='%230a569f'/%3E%3Ccircle cx='8' cy='8' r='3' fill='%23fff'/%3E%3C/svg%3E"

function headHtml({ titleOfSite, translations, language, reference }: Notice): string {
  const alternates = translations
    .filter(translation => translation.language !== language)
    .map(other => `<link${attributes({ rel: 'alternate', hreflang: other.language, href: other.href })}/>`)
  return [
    '<head>',
    '<meta charset="utf-8"/>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    `<title>${escapeText(titleOfSite)}</title>`,
    `<link${attributes({ rel: 'icon', href: ICON })}/>`,
    `<link${attributes({ rel: 'P3Pv1', href: reference })}/>`,
    ...alternates,
    `<style>${NOTICE_STYLE}</style>`,
    '</head>',
  ].join('\n')
}

function mastheadHtml({ site, translations, language, words }: Notice): string {
  const items = translations.map(translation => {
    const current = translation.language === language ? 'page' : null
    const { language: lang, href, name } = translation
    return `<li><a${attributes({ href, lang, hreflang: lang, 'aria-current': current })}>${escapeText(name)}</a></li>`
  })
  const switcher =
    items.length < 2 ? '' : `<nav${attributes({ 'aria-label': words.languages })}><ul>${items.join('')}</ul></nav>`
  return `<header class="masthead"><p>${inlinesHtml(site, language)}</p>${switcher}</header>`
}

function contentsHtml({ sections, words, language }: Notice): string {
  const items = sections.map(
    ({ id, title }) => `<li><a${attributes({ href: `#${id}` })}>${inlinesHtml(title, language)}</a></li>`,
  )
  return [
    '<nav class="contents" aria-labelledby="contents-title">',
    `<h2 id="contents-title">${escapeText(words.contents)}</h2>`,
    `<ul>${items.join('')}</ul>`,
    '</nav>',
  ].join('\n')
}

/**
 * The notice as one HTML document that needs nothing beside it: no script, no file, no font, no request.
 * It is well-formed XML too, so that a strict reader can prove that no text breaks out of its place.
 */
export function writeHtml(notice: Notice): string {
  const { language, title, since, lead, sections, words } = notice
  return [
    '<!DOCTYPE html>',
    `<html${attributes({ lang: language, dir: directionOf(language) })}>`,
    headHtml(notice),
    '<body>',
    `<a class="skip" href="#text">${escapeText(words.skip)}</a>`,
    '<div class="page">',
    mastheadHtml(notice),
    '<main id="text" tabindex="-1">',
    '<div class="opening">',
    `<h1>${escapeText(title)}</h1>`,
    ...(since.length === 0 ? [] : [`<p class="since">${inlinesHtml(since, language)}</p>`]),
    blocksHtml(lead, { language, level: 2 }),
    '</div>',
    contentsHtml(notice),
    '<div class="sections">',
    blocksHtml(sections, { language, level: 2 }),
    '</div>',
    '</main>',
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
