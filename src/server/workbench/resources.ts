import { createHash } from 'node:crypto'
import { LANGUAGES, type Language, negotiateLanguage } from '../../messages/index.ts'
import { WORKBENCH_SCRIPTS } from '../generated/workbench-scripts.ts'
import { WORKBENCH_STYLE } from '../generated/workbench-style.ts'
import { createResource, type Resource } from '../resource.ts'
import { workbenchPage } from './page.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('base64')

/** A path that changes with what stands under it, so that a browser may keep it for ever. */
const scriptPath = (language: Language): string =>
  `/workbench/${language}.${createHash('sha256').update(WORKBENCH_SCRIPTS[language]).digest('hex').slice(0, 12)}.js`

/** The page may run its one script and connect nowhere: what is pasted cannot leave it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'sha256-${hash(WORKBENCH_STYLE)}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

const page = (language: Language): Resource =>
  createResource(workbenchPage(language, { script: scriptPath(language), style: WORKBENCH_STYLE }), {
    type: 'text/html; charset=utf-8',
    headers: {
      'Content-Language': language,
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-cache',
      Vary: 'Accept-Language',
    },
  })

function createResources(): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>()
  for (const language of LANGUAGES) {
    resources.set(`/workbench/${language}/`, page(language))
    const headers = { 'Cache-Control': 'public, max-age=31536000, immutable' }
    resources.set(
      scriptPath(language),
      createResource(WORKBENCH_SCRIPTS[language], { type: 'text/javascript; charset=utf-8', headers }),
    )
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
  return made.get(`/workbench/${negotiateLanguage(request.headers.get('Accept-Language'), ['en', 'bg'])}/`)
}
