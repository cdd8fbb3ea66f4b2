import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { type AskingSite, type RunningSite, startAskingSite } from '../../../test/support/asking-site.ts'
import type { SiteObservation, State } from '../../model/index.ts'
import { openLooking } from '../looking/open-looking.ts'
import { observeSite } from './observe-site.ts'
import type { ObserveOptions } from './options.ts'
import type { Progress } from './progress.ts'

let site: RunningSite
const folders: string[] = []
afterEach(async () => {
  await site.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'candor-crawl-'))
  folders.push(made)
  return made
}

const start = async (asking: Partial<AskingSite> = {}): Promise<void> => {
  site = await startAskingSite(asking)
}

const look = (options: Partial<ObserveOptions> = {}): Promise<SiteObservation> =>
  observeSite({
    url: site.url,
    looking: { env: process.env, allowPrivate: true, ownPagesOnly: true },
    limits: { quiet: 150 },
    delay: 0,
    ...options,
  })

const names = (pages: readonly string[]): readonly string[] => pages.map(page => new URL(page).pathname)

const cookiesIn = (seen: SiteObservation, state: State): readonly string[] => [
  ...new Set(
    seen.observations.flatMap(one =>
      one.kind === 'cookie' && one.state === state && one.fate === 'kept' ? [one.name] : [],
    ),
  ),
]

const gapsIn = (seen: SiteObservation) =>
  seen.observations.flatMap(one =>
    one.kind === 'gap' ? [{ state: one.state, what: one.what, why: one.why, detail: one.detail, more: one.more }] : [],
  )

describe('a site with a notice', () => {
  test('is seen in every state, each in a profile of its own, page for page the same', async () => {
    await start({ robots: 'User-agent: *\nDisallow: /b' })
    const seen = await look()
    expect(new Set(Object.values(seen.states))).toEqual(new Set(['seen']))
    expect(names(seen.pages)).toEqual(['/', '/a'])
    expect(cookiesIn(seen, 'before')).toEqual([])
    expect(cookiesIn(seen, 'accepted').toSorted()).toEqual(['choice', 'stats'])
    expect(cookiesIn(seen, 'refused')).toEqual(['choice'])
    // The site forgets to take it away: that is what is to be found.
    expect(cookiesIn(seen, 'withdrawn')).toContain('stats')
    expect(cookiesIn(seen, 'gpc')).toEqual([])
    expect(seen.observations.filter(({ kind }) => kind === 'choice')).toMatchObject([
      { state: 'accepted', act: 'accept', effect: 'proven' },
      { state: 'refused', act: 'refuse', effect: 'proven' },
      { state: 'withdrawn', act: 'accept', effect: 'proven' },
      { state: 'withdrawn', act: 'withdraw', effect: 'proven' },
    ])
    expect(seen.shots.map(({ state }) => state)).toEqual(['before', 'accepted', 'refused', 'withdrawn', 'gpc', 'robot'])
    expect(gapsIn(seen)).toContainEqual(
      expect.objectContaining({ what: 'page', why: 'robots', detail: `${site.url}b`, more: 0 }),
    )
    const pages = site.asked.filter(({ path }) => path === '/a')
    expect(pages.some(({ gpc }) => gpc === '1')).toBe(true)
    expect(pages.some(({ agent }) => agent.includes('Googlebot'))).toBe(true)
    expect(pages.filter(({ agent }) => /Headless|bot/.test(agent))).toHaveLength(1)
    expect(site.asked.some(({ path }) => path === '/b')).toBe(false)
  })
})

test('a site without a notice says so where a choice would be needed', async () => {
  await start({ notice: () => '', pages: ['/'] })
  const seen = await look({ url: `${site.url}#top`, states: ['before', 'refused'] })
  expect(seen.states, 'only what was asked for').toEqual({ before: 'seen', refused: 'could-not-look' })
  expect(gapsIn(seen)).toEqual([
    { state: 'refused', what: 'choice', why: 'not-found', detail: 'no-notice', more: null },
  ])
})

test('a site that is not there is told once', async () => {
  await start()
  const url = site.url
  await site.close()
  const seen = await look({ url })
  expect(new Set(Object.values(seen.states))).toEqual(new Set(['could-not-look']))
  expect(gapsIn(seen).map(({ state, what }) => `${state} ${what}`)).toContain('before page')
  await start()
})

test('pages come from the sitemap where that is asked for, packed or not', async () => {
  const map = (...paths: readonly string[]) => paths.map(path => `<url><loc>http://HOST${path}</loc></url>`).join('')
  await start({
    robots: 'Sitemap: /nowhere\n',
    also: {
      '/sitemap.xml': ({ headers }, response) =>
        void response.end(
          `<sitemapindex><sitemap><loc>http://${headers.host}/more.xml.gz</loc></sitemap></sitemapindex>`,
        ),
      '/more.xml.gz': ({ headers }, response) =>
        void response.end(gzipSync(`<urlset>${map('/b')}</urlset>`.replaceAll('HOST', headers.host ?? ''))),
    },
  })
  expect(names((await look({ states: ['before'], from: 'sitemap' })).pages)).toEqual(['/', '/b'])
})

test('a missing sitemap is said', async () => {
  await start()
  const seen = await look({ states: ['before'], from: 'sitemap' })
  expect(names(seen.pages)).toEqual(['/'])
  expect(gapsIn(seen)).toContainEqual(expect.objectContaining({ what: 'page', why: 'not-found', detail: 'sitemap' }))
})

test('pages may be listed, and no more than asked for are looked at', async () => {
  await start({ pages: ['/', '/x/1', '/x/2', '/y'] })
  const listed = [`${site.url}x/1`, `${site.url}x/2`, `${site.url}y`]
  expect(names((await look({ states: ['before'], from: listed, pages: 3 })).pages)).toEqual(['/', '/x/1', '/y'])
})

describe('a crawl that is stopped', () => {
  const pages = ['/', '/a', '/b', '/c']

  test('tells what it has, and what is left', async () => {
    await start({ pages })
    const stop = new AbortController()
    const tell = (progress: Progress) => {
      if (progress.kind === 'page' && progress.done === 2) stop.abort()
    }
    const seen = await look({ states: ['before'], stop: stop.signal, tell })
    expect(names(seen.pages)).toEqual(['/', '/a'])
    expect(gapsIn(seen)).toContainEqual(expect.objectContaining({ what: 'page', why: 'stopped', more: 2 }))
  })

  test('goes on where it was, and looks at nothing twice', async () => {
    await start({ pages })
    const resume = folder()
    const stop = new AbortController()
    const tell = (progress: Progress) => {
      if (progress.kind === 'page' && progress.state === 'refused' && progress.done === 2) stop.abort()
    }
    const states = ['before', 'refused'] as const
    await look({ states, resume, stop: stop.signal, tell, together: 1 })
    const told: string[] = []
    const seen = await look({
      states,
      resume,
      tell: progress => {
        if (progress.kind === 'page') told.push(`${progress.state} ${new URL(progress.page).pathname}`)
      },
    })
    expect(told).toEqual(['refused /b', 'refused /c', 'refused /'])
    expect(seen.states).toMatchObject({ before: 'seen', refused: 'seen' })
    expect(names(seen.pages)).toEqual(pages)
    const kept = readFileSync(join(resume, 'observe.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { kind: string })
    expect(kept.filter(({ kind }) => kind === 'page')).toHaveLength(10)
    await expect(look({ states: ['before'], resume })).rejects.toMatchObject({ code: 'differs', names: ['states'] })
  })

  test('by its time tells so', async () => {
    await start({ pages })
    const seen = await look({ states: ['before'], seconds: 0 })
    expect(seen.states.before).toBe('could-not-look')
    expect(gapsIn(seen)).toContainEqual(expect.objectContaining({ why: 'stopped' }))
  })
})

test('a script that fails is a gap, not the end', async () => {
  await start({ pages: ['/'] })
  const run = ({ state }: { state: State }) => {
    if (state === 'gpc') throw new Error('not today')
  }
  const seen = await look({ states: ['before', 'gpc'], script: { run, path: 'x.mjs' } })
  expect(seen.states).toMatchObject({ before: 'seen', gpc: 'could-not-look' })
  expect(gapsIn(seen)).toEqual([
    { state: 'gpc', what: 'choice', why: 'failed', detail: 'failed: not today', more: null },
  ])
})

/** Cuts the connection so often before it answers. */
const late =
  (times: number, type: string, answer: string) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    if (times-- > 0) request.socket.destroy()
    else response.setHeader('Content-Type', type).end(answer)
  }

describe('a site that does not answer', () => {
  test('is tried again a little later, as one may that is just being started: what it says then holds', async () => {
    const links = '<!doctype html><h1>Shop</h1><a href="/a">A</a><a href="/b">B</a>'
    const robots = late(1, 'text/plain', 'User-agent: *\nDisallow: /b')
    await start({ also: { '/': late(2, 'text/html', links), '/robots.txt': robots }, pages: ['/a', '/b'] })
    const seen = await look({ states: ['before'] })
    expect(names(seen.pages)).toEqual(['/', '/a'])
    expect(gapsIn(seen).map(({ why }) => why)).toEqual(['robots'])
  })

  test('is told in words for people: what its host lacks, or the status it answers with', async () => {
    await start({ pages: [] })
    const looking = await openLooking('chromium', { env: process.env, allowPrivate: true, ownPagesOnly: true })
    const whyNot = async (url: string) => (await looking.visit(url)).gaps.map(({ why, detail }) => `${why} ${detail}`)
    try {
      expect(await whyNot(site.url)).toEqual(['empty-answer 404'])
      expect(await whyNot('https://shop.invalid/')).toEqual(['no-such-host shop.invalid'])
      expect(await whyNot('http://shop.invalid/')).toEqual(['no-such-host shop.invalid'])
    } finally {
      await looking.close()
    }
  })
})
