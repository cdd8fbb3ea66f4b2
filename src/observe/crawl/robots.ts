/** What a site asks of those that come by machine: RFC 9309. */
export interface Robots {
  readonly rules: readonly RobotsRule[]
  /** Seconds between two pages; not in the standard, but widely said. */
  readonly delay: number | null
  readonly sitemaps: readonly string[]
}

export interface RobotsRule {
  readonly allow: boolean
  readonly path: string
}

/** RFC 9309, 2.5: at least 500 KiB of it are read. */
const LONGEST = 512_000
const MOST_RULES = 10_000
const MOST_SITEMAPS = 50

interface Group {
  readonly agents: string[]
  readonly rules: RobotsRule[]
  delay: number | null
}

/** RFC 9309, 2.2: a line is a name, a colon and a value; a number sign begins a comment. */
function readLine(line: string): readonly [name: string, value: string] {
  const bare = line.split('#', 1)[0] ?? ''
  const colon = bare.indexOf(':')
  return colon < 0 ? ['', ''] : [bare.slice(0, colon).trim().toLowerCase(), bare.slice(colon + 1).trim()]
}

function addRule(group: Group, name: string, value: string): void {
  if (name === 'crawl-delay' && /^\d{1,4}(?:\.\d{1,3})?$/.test(value)) group.delay = Number(value)
  // RFC 9309, 2.2.2: an empty path disallows nothing.
  else if (value !== '' && group.rules.length < MOST_RULES) group.rules.push({ allow: name === 'allow', path: value })
}

function readGroups(text: string): { readonly groups: readonly Group[]; readonly sitemaps: readonly string[] } {
  const groups: Group[] = []
  const sitemaps: string[] = []
  let open = false
  for (const line of text.slice(0, LONGEST).split(/\r\n|[\r\n]/)) {
    const [name, value] = readLine(line)
    if (name === 'sitemap' && sitemaps.length < MOST_SITEMAPS) sitemaps.push(value)
    if (name === 'user-agent') {
      // RFC 9309, 2.2: agents that follow each other share the rules that come after them.
      if (!open) groups.push({ agents: [], rules: [], delay: null })
      groups.at(-1)?.agents.push(value.toLowerCase())
    }
    const isRule = name === 'allow' || name === 'disallow' || name === 'crawl-delay'
    const group = groups.at(-1)
    if (isRule && group !== undefined) addRule(group, name, value)
    if (isRule || name === 'user-agent') open = name === 'user-agent'
  }
  return { groups, sitemaps }
}

/** The file as it concerns one agent: the groups that name it, put together; where none does, those for everyone. */
export function readRobots(text: string, agent: string): Robots {
  const { groups, sitemaps } = readGroups(text)
  const named = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()))
  const mine = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'))
  const delay = mine.reduce<number | null>(
    (most, group) => (group.delay === null ? most : Math.max(most ?? 0, group.delay)),
    null,
  )
  return { rules: mine.flatMap(({ rules }) => rules), delay, sitemaps }
}

/** RFC 9309, 2.2.3: `*` stands for anything, `$` at the end for the end. The pieces are sought one after the other. */
function matches(pattern: string, path: string): boolean {
  const toEnd = pattern.endsWith('$')
  const pieces = (toEnd ? pattern.slice(0, -1) : pattern).split('*')
  const first = pieces.shift() ?? ''
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = toEnd ? pieces.pop() : undefined
  for (const piece of pieces) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  if (!toEnd) return true
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last)
}

/** RFC 9309, 2.2.2: escapes are compared by what they stand for. */
function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** RFC 9309, 2.2.2: the longest rule that matches decides; of two as long, the one that allows. */
export function mayVisit({ rules }: Robots, url: string): boolean {
  const { pathname, search } = new URL(url)
  const path = decoded(pathname + search)
  let allow = true
  let longest = -1
  for (const rule of rules) {
    if (rule.path.length < longest || (rule.path.length === longest && !rule.allow)) continue
    if (!matches(decoded(rule.path), path)) continue
    longest = rule.path.length
    allow = rule.allow
  }
  return allow
}

/** Nothing was said, or nothing that could be read. */
export const FREE: Robots = { rules: [], delay: null, sitemaps: [] }
