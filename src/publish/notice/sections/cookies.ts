import { term } from '../../../messages/index.ts'
import type { DeclaredCookie, DeclaredStorage, Duration, StorageArea } from '../../../model/index.ts'
import { capitalize, formatDuration } from '../../words/format.ts'
import { weave } from '../../words/weave.ts'
import { type Context, said } from '../context.ts'
import {
  type Block,
  code,
  type Inlines,
  LINE_BREAK,
  lines,
  paragraph,
  type Section,
  section,
  strong,
  table,
} from '../nodes.ts'
import { practiceLink } from './practices.ts'

type Stored = DeclaredCookie | DeclaredStorage

/** The site's own words on the thing, and its uses: those said for it, else those of its practice. */
function purposeOf(context: Context, { purpose, uses, practice }: Stored): Inlines {
  const { policy, language } = context
  const ids = uses ?? policy.practices.find(({ id }) => id === practice)?.purposes.map(({ id }) => id) ?? []
  const names = ids.map((id): Inlines => [term[language][`purpose.${id}`]])
  return lines(purpose === null ? names : [[said(context, purpose)], ...names])
}

function groupOf(context: Context, { practice }: Stored): Inlines {
  const found = context.policy.practices.find(({ id }) => id === practice)
  return found === undefined ? [practice] : practiceLink(context, found)
}

function lifetimeText({ text, language }: Context, lifetime: Duration | 'session' | null): string {
  if (lifetime === null) return text['storage.forever']
  return lifetime === 'session' ? text['cookies.session'] : capitalize(formatDuration(lifetime, language), language)
}

/** Who sets a cookie: whoever is named; of its own cookies the site itself. */
function setterOf(context: Context, { setBy, party }: DeclaredCookie): Inlines {
  const { text } = context
  if (setBy !== null) return [LINE_BREAK, ...weave({ who: [said(context, setBy)] }, text['cookies.set-by'])]
  return party === 'first' ? [LINE_BREAK, text['cookies.set-by-us']] : []
}

function ownerOf(context: Context, cookie: DeclaredCookie): Inlines {
  const { text } = context
  const path = cookie.path === '/' ? '' : cookie.path
  const party = cookie.party === 'first' ? text['cookies.first'] : text['cookies.third']
  return [party, LINE_BREAK, code(`${cookie.host}${path}`), ...setterOf(context, cookie)]
}

const patternNote = ({ text }: Context, stored: readonly Stored[]): readonly Block[] =>
  stored.some(({ pattern }) => pattern) ? [paragraph(text['cookies.pattern'])] : []

function cookieTable(context: Context): Block {
  const { text, policy } = context
  return table(
    text['cookies.caption'],
    [
      text['cookies.name'],
      text['cookies.purpose'],
      text['cookies.lifetime'],
      text['cookies.party'],
      text['cookies.group'],
    ],
    policy.cookies.map(cookie => [
      [strong(code(cookie.name))],
      purposeOf(context, cookie),
      [lifetimeText(context, cookie.lifetime)],
      ownerOf(context, cookie),
      groupOf(context, cookie),
    ]),
  )
}

const areaName = ({ text }: Context, area: StorageArea): string =>
  area === 'flash' ? text['storage.flash.area'] : text[`storage.${area}`]

function storageSection(context: Context): Section {
  const { text, policy } = context
  const { storage } = policy
  if (storage.length === 0) return section('storage', [text['storage.title']], [paragraph(text['storage.none'])])
  const inBrowser = storage.some(({ area }) => area !== 'flash')
  const inFlash = storage.some(({ area }) => area === 'flash')
  return section(
    'storage',
    [text['storage.title']],
    [
      ...(inBrowser ? [paragraph(text['storage.what'])] : []),
      ...(inFlash ? [paragraph(text['storage.flash'])] : []),
      table(
        text['storage.caption'],
        [
          text['cookies.name'],
          text['cookies.purpose'],
          text['cookies.lifetime'],
          text['storage.area'],
          text['cookies.group'],
        ],
        storage.map(item => [
          [strong(code(item.key))],
          purposeOf(context, item),
          [lifetimeText(context, item.lifetime)],
          [areaName(context, item.area), LINE_BREAK, code(item.origin)],
          groupOf(context, item),
        ]),
      ),
      ...patternNote(context, storage),
    ],
  )
}

/** Every cookie and everything else that is kept on the visitor's device. */
export function cookiesSection(context: Context): Section {
  const { text, policy } = context
  const { cookies } = policy
  const listed =
    cookies.length === 0 ? [paragraph(text['cookies.none'])] : [cookieTable(context), ...patternNote(context, cookies)]
  return section(
    'cookies',
    [text['cookies.title']],
    [paragraph(text['cookies.what']), ...listed, storageSection(context)],
  )
}
