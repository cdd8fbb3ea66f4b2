/** How a page brings in a part of itself. */
export type PartWay = 'frame' | 'image' | 'fetch'

/** How a page sends the browser to another. */
export type MoveWay = 'link' | 'form'

export type Way = PartWay | MoveWay

/** Something a page asks for. */
export interface Load {
  readonly way: Way
  readonly method: string
  /** Redirects on the way there. */
  readonly through: readonly string[]
  readonly to: Resource
}

/** Something the lab's sites serve once asked. */
export interface Resource {
  readonly url: string
  /** `Set-Cookie` lines, one character an octet. */
  readonly cookies?: readonly string[]
  /** What its script assigns to `document.cookie`. */
  readonly written?: readonly string[]
  readonly loads?: readonly Load[]
  /** The address it sends the browser on to at once. */
  readonly redirect?: string
  /** Whether there is nothing to show, so that the browser stays where it is. */
  readonly stay?: boolean
  /** What the request for it is remembered by. */
  readonly key?: string
}

/** Text for a script in a page: no end tag, and every character as it is. */
const literal = (value: unknown): string =>
  JSON.stringify(value).replace(/[<\u007f-\uffff]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Text for an attribute's value. */
const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

export interface PageLoad {
  readonly way: Way
  readonly method: string
  readonly url: string
  /** Answered when `url` was asked for: the next move would cancel this one. */
  readonly gate: string
}

export interface PageContent {
  readonly written: readonly string[]
  readonly loads: readonly PageLoad[]
  /** Where the page reports that it and its parts are there; null if it does not. */
  readonly done: string | null
}

const PARTS: Readonly<Record<PartWay, (load: PageLoad) => string>> = {
  frame: ({ url }) => `<iframe src="${attribute(url)}"></iframe>`,
  image: ({ url }) => `<img src="${attribute(url)}" alt="">`,
  fetch: ({ url, method }) =>
    `<script>parts.push(fetch(${literal(url)}, ${literal({ method, mode: 'no-cors', credentials: 'include' })}))</script>`,
}

const MOVES: Readonly<Record<MoveWay, (load: PageLoad) => string>> = {
  link: ({ url, gate }) => `<script>moves.push([() => location.assign(${literal(url)}), ${literal(gate)}])</script>`,
  form: ({ url, method, gate }) =>
    `<form method="${method}" action="${attribute(url)}"></form>` +
    `<script>{ const form = document.forms[document.forms.length - 1]; moves.push([() => form.submit(), ${literal(gate)}]) }</script>`,
}

const MARKUP: Readonly<Record<Way, (load: PageLoad) => string>> = { ...PARTS, ...MOVES }

export const isMove = (way: Way): boolean => way in MOVES

/**
 * A page that writes its cookies, loads its parts, makes its moves one after the other, and reports. A move may cancel
 * what the page is fetching, so it asks at the gate until there is an answer.
 */
export const renderPage = ({ written, loads, done }: PageContent): string => `<!doctype html>
<meta charset="utf-8"><title>Lab</title><link rel="icon" href="data:,">
<script>const parts = [], moves = []; for (const text of ${literal(written)}) document.cookie = text</script>
${loads.map(load => MARKUP[load.way](load)).join('\n')}
<script>const pass = gate => fetch(gate, { method: 'POST' })
  .catch(() => new Promise(later => setTimeout(later, 20)).then(() => pass(gate)))
addEventListener('load', async () => {
  await Promise.allSettled(parts)
  for (const [move, gate] of moves) { move(); await pass(gate) }
  const done = ${literal(done)}; if (done) fetch(done, { method: 'POST' })
})</script>`
