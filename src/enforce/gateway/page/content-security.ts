/** What a policy must allow besides, by directive; nothing for a directive that the page does not restrict. */
export interface NeededSources {
  readonly script: readonly string[]
  readonly style: readonly string[]
  readonly connect: readonly string[]
  readonly form: readonly string[]
}

export interface Extension {
  readonly needed: NeededSources
  /** The page's own. */
  readonly origin: string
}

interface Directive {
  readonly name: string
  readonly sources: readonly string[]
}

/** CSP 3, 6.8.3: for what is asked, the directives that decide, the first that is there; `form-action` falls back on none. */
const DECIDING: Readonly<Record<keyof NeededSources, readonly string[]>> = {
  script: ['script-src-elem', 'script-src', 'default-src'],
  style: ['style-src-elem', 'style-src', 'default-src'],
  connect: ['connect-src', 'default-src'],
  form: ['form-action'],
}

/** CSP 3, 2.2.1: directives end at `;`, names are told apart without case, and the first of a name counts. */
function parse(policy: string): Directive[] {
  const directives: Directive[] = []
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/[\t\n\f\r ]+/)
    const lower = name.toLowerCase()
    if (lower !== '' && !directives.some(directive => directive.name === lower))
      directives.push({ name: lower, sources })
  }
  return directives
}

const write = (directives: readonly Directive[]): string =>
  directives.map(({ name, sources }) => [name, ...sources].join(' ')).join('; ')

const INLINE = /^'(?:nonce-|sha\d+-)/i

/** CSP 3, 6.7.3.2: `'unsafe-inline'` allows whatever is inline, as long as no hash and no nonce is named beside it. */
const allowsInline = (sources: readonly string[]): boolean =>
  sources.some(source => source.toLowerCase() === "'unsafe-inline'") &&
  !sources.some(source => INLINE.test(source) || source.toLowerCase() === "'strict-dynamic'")

/** What is not there yet; a hash beside `'unsafe-inline'` would take that away from the page. */
function missing(sources: readonly string[], needed: readonly string[], origin: string): readonly string[] {
  const inline = allowsInline(sources)
  const own = sources.some(source => source.toLowerCase() === "'self'" || source === '*')
  const isAllowed = (source: string) =>
    sources.includes(source) || (inline && INLINE.test(source)) || (own && source.startsWith(`${origin}/`))
  return needed.filter(source => !isAllowed(source))
}

const isNone = (source: string): boolean => source.toLowerCase() === "'none'"

/** CSP 3, 6.7.2.1: `'none'` counts only alone. */
const joined = (sources: readonly string[], more: readonly string[]): readonly string[] => [
  ...sources.filter(source => !isNone(source)),
  ...more,
]

/** Adds what is needed to the directive that decides, or makes one out of `default-src`, which stays as it is. */
function extend(
  directives: readonly Directive[],
  kind: keyof NeededSources,
  { needed, origin }: Extension,
): readonly Directive[] {
  const [narrow = ''] = DECIDING[kind].slice(-2)
  const deciding = DECIDING[kind]
    .map(name => directives.find(directive => directive.name === name))
    .find(directive => directive !== undefined)
  if (deciding === undefined) return directives
  const more = missing(deciding.sources, needed[kind], origin)
  if (more.length === 0) return directives
  const extended = {
    name: deciding.name === 'default-src' ? narrow : deciding.name,
    sources: joined(deciding.sources, more),
  }
  if (deciding.name === 'default-src') return [...directives, extended]
  return directives.map(directive => (directive === deciding ? extended : directive))
}

const KINDS = Object.keys(DECIDING) as (keyof NeededSources)[]

/**
 * A page's `Content-Security-Policy` with exactly what is needed besides. A value may hold several policies, each of
 * which must allow it; one that allows it already stays as it was written.
 */
export function extendContentSecurity(value: string, extension: Extension): string {
  return value
    .split(',')
    .map(policy => {
      const directives = parse(policy)
      const extended = KINDS.reduce<readonly Directive[]>((all, kind) => extend(all, kind, extension), directives)
      return extended === directives ? policy : write(extended)
    })
    .join(',')
}
