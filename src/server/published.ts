import { compactHeaderOf } from '../compile/index.ts'
import { isLanguage, type Language } from '../messages/index.ts'
import type { Policy } from '../model/index.ts'
import { NOTICE_CSP, publishFiles } from '../publish/index.ts'
import { publicationOptions } from './publication-options.ts'
import { createResource, type Resource, type ResourceOptions } from './resource.ts'

/** A policy as it is served: every answer worked out beforehand. */
export interface Published {
  readonly policy: Policy
  /** By path, `/policy.json` or `/notice/bg/`. */
  readonly files: ReadonlyMap<string, Resource>
  /** The notices once more, by language. */
  readonly notices: ReadonlyMap<string, Resource>
  /** What the policy is published in; the first stands in for others. */
  readonly languages: readonly [Language, ...Language[]]
  /** The `P3P` header for answers that set no cookie; null where there is none. */
  readonly p3pHeader: string | null
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  json: 'application/json',
  jsonld: 'application/ld+json',
}

/** P3P 1.0, 2.3.2.3.1: without an EXPIRY a policy holds for a day, so that is how long anything of it may be kept. */
const CACHE = 'public, max-age=300, stale-while-revalidate=86400'

/** Machines of other sites may read what is published for machines. */
const SHARED = { 'Access-Control-Allow-Origin': '*' } as const

function optionsFor(path: string): ResourceOptions {
  const ending = path.slice(path.lastIndexOf('.') + 1)
  const type = TYPES[ending] ?? 'application/octet-stream'
  const language = /^(?:notice|label)\/([A-Za-z-]+)/.exec(path)?.[1]
  return {
    type,
    headers: {
      'Cache-Control': CACHE,
      ...(ending === 'html' || ending === 'svg' ? { 'Content-Security-Policy': NOTICE_CSP } : {}),
      ...(ending.startsWith('json') || ending === 'xml' ? SHARED : {}),
      ...(language === undefined ? {} : { 'Content-Language': language }),
    },
  }
}

const INDEX = /index\.html$/

/** The path that people are sent to: a notice by its folder. */
const served = (path: string): string => `/${path.replace(INDEX, '')}`

/** Works out everything that is served of a policy. */
export function createPublished(policy: Policy): Published {
  const [first = 'en', ...others] = policy.site.languages.filter(isLanguage)
  const made = publishFiles(policy, { ...publicationOptions(policy), href: served })
  const files = new Map([...made].map(([path, content]) => [served(path), createResource(content, optionsFor(path))]))
  const languages = [first, ...others] as const
  return {
    policy,
    files,
    notices: new Map(
      languages.flatMap(language => {
        const notice = files.get(`/notice/${language}/`)
        return notice === undefined ? [] : [[language, notice] as const]
      }),
    ),
    languages,
    p3pHeader: policy.p3p.header === 'always' ? compactHeaderOf(policy) : null,
  }
}
