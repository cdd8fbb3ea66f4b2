import type { VerbOptions } from './verb.ts'

/** Where and how a site is looked at: for `observe` and for `init` with an address. */
export const LOOK_OPTIONS = {
  states: { type: 'string', multiple: true },
  engine: { type: 'string', multiple: true },
  pages: { type: 'string' },
  depth: { type: 'string' },
  time: { type: 'string' },
  sitemap: { type: 'boolean' },
  list: { type: 'string' },
  'ignore-robots': { type: 'boolean' },
  script: { type: 'string' },
  proxy: { type: 'string' },
  insecure: { type: 'boolean' },
  'allow-private': { type: 'boolean' },
  'keep-values': { type: 'boolean' },
  resume: { type: 'string' },
} as const satisfies VerbOptions
