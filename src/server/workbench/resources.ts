import { createHash } from 'node:crypto'
import { LANGUAGES, type Language, negotiateLanguage, SPOKEN } from '../../messages/index.ts'
import { COOKIE_SCRIPTS, WORKBENCH_SCRIPTS } from '../generated/workbench-scripts.ts'
import { WORKBENCH_STYLE } from '../generated/workbench-style.ts'
import { createResource, type Resource } from '../resource.ts'
import { workbenchPage } from './page.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('base64')

/** A path that changes with what stands under it, so that a browser may keep it for ever. */
const scriptPath = (name: string, script: string): string =>
  `/workbench/${name}.${createHash('sha256').update(script).digest('hex').slice(0, 12)}.js`

const scriptsOf = (language: Language) => ({
  script: { path: scriptPath(language, WORKBENCH_SCRIPTS[language]), text: WORKBENCH_SCRIPTS[language] },
  cookies: { path: scriptPath(`${language}.cookies`, COOKIE_SCRIPTS[language]), text: COOKIE_SCRIPTS[language] },
})

/** The page may run its two scripts and connect nowhere: what is pasted cannot leave it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'sha256-${hash(WORKBENCH_STYLE)}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

function page(language: Language): Resource {
  const { script, cookies } = scriptsOf(language)
  const parts = { script: script.path, cookies: cookies.path, style: WORKBENCH_STYLE }
  return createResource(workbenchPage(language, parts), {
    type: 'text/html; charset=utf-8',
    headers: {
      'Content-Language': language,
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-cache',
      Vary: 'Accept-Language',
    },
  })
}

const scriptResource = (text: string): Resource =>
  createResource(text, {
    type: 'text/javascript; charset=utf-8',
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
  })

function createResources(): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>()
  for (const language of LANGUAGES) {
    resources.set(`/workbench/${language}/`, page(language))
    for (const { path, text } of Object.values(scriptsOf(language))) resources.set(path, scriptResource(text))
  }
  return resources
}

let made: ReadonlyMap<string, Resource> | undefined

/** The workbench's page and scripts; undefined for any other path. `/workbench` speaks the language asked for. */
export function workbench(request: Request): Resource | undefined {
  const { pathname } = new URL(request.url)
  if (!pathname.startsWith('/workbench')) return undefined
  made ??= createResources()
  if (pathname !== '/workbench' && pathname !== '/workbench/') return made.get(pathname)
  return made.get(`/workbench/${negotiateLanguage(request.headers.get('Accept-Language'), SPOKEN)}/`)
}
