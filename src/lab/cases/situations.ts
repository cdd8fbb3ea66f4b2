import type { CookieSetting } from '../../model/index.ts'
import { AWAY, HOST } from './sites.ts'

const set = (url: string, more: Partial<CookieSetting>): CookieSetting => ({
  via: 'header',
  url,
  top: url,
  ancestors: [],
  method: 'GET',
  navigation: false,
  ...more,
})

const page = (url: string, more: Partial<CookieSetting> = {}) => set(url, { navigation: true, ...more })
const part = (url: string, top: string, ancestors: readonly string[] = []) => set(url, { top, ancestors })
const byScript = (setting: CookieSetting): CookieSetting => ({ ...setting, via: 'script', navigation: false })

const HTTP_HOST = HOST.replace('https', 'http')

/** Where and how a cookie may be set; `own` is the host of the site that sets it. With "nothing" no page comes, but the cookies. */
export const SITUATIONS = {
  page: own => page(`https://${own}/in/page`),
  root: own => page(`https://${own}/nothing`),
  'page-script': own => byScript(page(`https://${own}/in/page`)),
  'root-script': own => byScript(page(`https://${own}/page`)),
  'page-posted': own => page(`https://${own}/in/page`, { method: 'POST' }),
  bounce: own => page(`https://${own}/in/bounce`),
  'own-image': own => part(`https://${own}/in/image`, `https://${own}/top`),
  'own-frame': own => part(`https://${own}/in/frame`, `https://${own}/top`),
  'own-frame-script': own => byScript(part(`https://${own}/in/frame`, `https://${own}/top`)),
  'from-subdomain': own => part(`https://${own}/in/frame`, `https://sub.${own}/top`),
  'from-subdomain-script': own => byScript(part(`https://${own}/in/frame`, `https://sub.${own}/top`)),
  'third-frame': own => part(`https://${own}/in/frame`, HOST),
  'third-frame-script': own => byScript(part(`https://${own}/in/frame`, HOST)),
  'third-image': own => part(`https://${own}/in/image`, HOST),
  'third-fetch': own => part(`https://${own}/in/fetch`, HOST),
  'third-fetch-posted': own => ({ ...part(`https://${own}/in/fetch`, HOST), method: 'POST' }),
  'third-in-third': own => part(`https://${own}/in/frame`, HOST, [AWAY]),
  'third-in-itself': own => part(`https://${own}/in/frame`, HOST, [`https://${own}/mid`]),
  'third-in-itself-script': own => byScript(part(`https://${own}/in/frame`, HOST, [`https://${own}/mid`])),
  'between-foreign': own => part(`https://${own}/in/frame`, `https://${own}/top`, [AWAY]),
  'between-foreign-script': own => byScript(part(`https://${own}/in/frame`, `https://${own}/top`, [AWAY])),
  'http-page': own => page(`http://${own}/in/page`),
  'http-page-script': own => byScript(page(`http://${own}/in/page`)),
  'https-in-http': own => part(`https://${own}/in/frame`, `http://${own}/top`),
  'https-in-http-script': own => byScript(part(`https://${own}/in/frame`, `http://${own}/top`)),
  'third-http': own => part(`http://${own}/in/image`, HTTP_HOST),
  'third-under-http': own => part(`https://${own}/in/frame`, HTTP_HOST),
} as const satisfies Record<string, (own: string) => CookieSetting>

export type SituationId = keyof typeof SITUATIONS

export const SITUATION_IDS = Object.keys(SITUATIONS) as SituationId[]

/**
 * Which site sets a situation's cookies. Three share one, which saves two thirds of the pages: their names differ, so none
 * can feed another, and together they stay below what browsers keep of a site.
 */
export const SITE_OF: Readonly<Record<SituationId, string>> = {
  page: 'page',
  'page-script': 'page',
  'page-posted': 'page',
  root: 'root',
  'root-script': 'root',
  bounce: 'root',
  'own-image': 'own',
  'own-frame': 'own',
  'own-frame-script': 'own',
  'from-subdomain': 'subdomain',
  'from-subdomain-script': 'subdomain',
  'third-frame': 'third',
  'third-frame-script': 'third',
  'third-image': 'third',
  'third-fetch': 'third-fetch',
  'third-fetch-posted': 'third-fetch',
  'third-in-third': 'third-fetch',
  'third-in-itself': 'nested',
  'third-in-itself-script': 'nested',
  'third-http': 'nested',
  'between-foreign': 'between',
  'between-foreign-script': 'between',
  'http-page': 'http',
  'http-page-script': 'http',
  'https-in-http': 'mixed',
  'https-in-http-script': 'mixed',
  'third-under-http': 'mixed',
}

/** With two more that do to a cookie what a page does, and are quicker. */
export const SETTINGS = {
  ...SITUATIONS,
  nothing: own => page(`https://${own}/in/nothing`),
  'http-nothing': own => page(`http://${own}/in/nothing`),
} as const satisfies Record<string, (own: string) => CookieSetting>

export type SettingId = keyof typeof SETTINGS
