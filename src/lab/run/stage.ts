import type { SiteRequest, SiteResponse } from '../../sites/index.ts'
import { isMove, type Load, type PageLoad, type Resource, renderPage } from './page.ts'

/** What came for one key: the `Cookie` header, and when. */
export interface Heard {
  readonly cookies: string
  readonly at: number
}

/** One page to type the address of. */
export interface Cue {
  readonly url: string
  /** When every request that belongs to it has come; false if they did not in time. */
  readonly finished: Promise<boolean>
  /** The browser will not show it: what is on its way may still come. */
  readonly giveUp: () => void
}

/** What the lab's sites serve, and what they were asked. */
export interface Stage {
  readonly answer: (request: SiteRequest) => SiteResponse | Promise<SiteResponse>
  /** Makes a page, with all it loads, ready to be opened. */
  readonly prepare: (page: Resource) => Cue
  /** By the keys of the resources. */
  readonly heard: ReadonlyMap<string, Heard>
}

/** The query that tells requests for one address apart; no rule about cookies looks at it. */
const MARK = 'lab'
const marked = (url: string, mark: number) => `${url}?${MARK}=${mark}`

/** How long a page may take, and how long its last requests may come after it reported. */
const PAGE_LIMIT = 12_000
const LATE_LIMIT = 1000
const GATE_LIMIT = 4000

/** A page that was opened: what it still owes, and what waits for that. */
class Opened {
  readonly finished: Promise<boolean>
  private readonly awaited = new Set<number>()
  private readonly gates = new Map<number, () => void>()
  private finish: (complete: boolean) => void = () => {}
  private timer: NodeJS.Timeout | undefined

  constructor() {
    this.finished = new Promise(resolve => {
      this.finish = complete => {
        clearTimeout(this.timer)
        for (const open of this.gates.values()) open()
        resolve(complete)
      }
    })
  }

  /** The clock runs from the moment the address is known. */
  start(): void {
    this.timer = setTimeout(() => this.finish(false), PAGE_LIMIT)
  }

  expect(mark: number): void {
    this.awaited.add(mark)
  }

  came(mark: number): void {
    this.awaited.delete(mark)
    this.gates.get(mark)?.()
    if (this.awaited.size === 0) this.finish(true)
  }

  /** What still lacks is on its way or never comes. */
  hurry(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.finish(false), LATE_LIMIT)
  }

  /** Until the request came; not for ever. */
  until(mark: number): Promise<void> {
    if (!this.awaited.has(mark)) return Promise.resolve()
    return new Promise(resolve => {
      this.gates.set(mark, resolve)
      setTimeout(resolve, GATE_LIMIT).unref()
    })
  }
}

interface Served {
  readonly page: Opened
  readonly key: string | undefined
  readonly respond: () => SiteResponse | Promise<SiteResponse>
}

const EMPTY: SiteResponse = { status: 204 }

export function createStage(now: () => number): Stage {
  const everything = new Map<number, Served>()
  const heard = new Map<string, Heard>()
  let last = 0

  const add = (page: Opened, { url, key }: Resource, respond: Served['respond']): string => {
    const mark = ++last
    everything.set(mark, { page, key, respond })
    return marked(url, mark)
  }
  const addAwaited = (page: Opened, resource: Resource, respond: Served['respond']): string => {
    page.expect(last + 1)
    return add(page, resource, respond)
  }
  const addRedirect = (page: Opened, resource: Resource, to: string, status: number): string =>
    addAwaited(page, resource, () => ({ status, headers: { Location: to }, cookies: resource.cookies ?? [] }))

  const addLoad = (page: Opened, from: string, { way, method, through, to }: Load): PageLoad => {
    let url = addResource(page, to, isMove(way) && to.stay !== true)
    const target = last
    for (const hop of [...through].reverse()) url = addRedirect(page, { url: hop }, url, method === 'GET' ? 302 : 307)
    const gate = isMove(way) ? addGate(page, from, target) : ''
    return { way, method, url, gate }
  }
  const addGate = (page: Opened, from: string, target: number): string =>
    add(page, { url: new URL('/gate', from).href }, async () => {
      await page.until(target)
      return EMPTY
    })

  /** The page in the address bar at the end reports; whatever leads there does not. */
  const addResource = (page: Opened, resource: Resource, top: boolean): string => {
    const { url, cookies = [], written = [], redirect, stay = false } = resource
    if (stay) return addAwaited(page, resource, () => ({ ...EMPTY, cookies }))
    if (redirect !== undefined) return addRedirect(page, resource, addResource(page, { url: redirect }, top), 302)
    const loads = (resource.loads ?? []).map(load => addLoad(page, url, load))
    const leaves = (resource.loads ?? []).some(({ way, to }) => isMove(way) && to.stay !== true)
    const done = top && !leaves ? addReport(page, url) : null
    return addAwaited(page, resource, () => ({ status: 200, cookies, body: renderPage({ written, loads, done }) }))
  }
  const addReport = (page: Opened, from: string): string =>
    addAwaited(page, { url: new URL('/done', from).href }, () => {
      page.hurry()
      return EMPTY
    })

  return {
    heard,
    prepare: resource => {
      const page = new Opened()
      const url = addResource(page, resource, true)
      page.start()
      return { url, finished: page.finished, giveUp: () => page.hurry() }
    },
    answer: ({ url, cookies }) => {
      const mark = Number(url.searchParams.get(MARK))
      const served = everything.get(mark)
      if (served === undefined) return { status: url.pathname === '/favicon.ico' ? 404 : 200, body: '' }
      if (served.key !== undefined && !heard.has(served.key)) heard.set(served.key, { cookies, at: now() })
      const response = served.respond()
      served.page.came(mark)
      return response
    },
  }
}
