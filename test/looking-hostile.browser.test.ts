import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../src/model/index.ts'
import { findPrograms } from '../src/observe/drivers/find-programs.ts'
import { type Looking, openLooking, type PageLook, type VisitLimits } from '../src/observe/index.ts'
import { eventually } from './support/eventually.ts'
import { type HostileSite, openHostileSite } from './support/hostile-site.ts'

const gaps = ({ gaps: all }: PageLook) => all.map(({ what, why }) => `${what}: ${why}`)
const names = ({ observations }: PageLook, kind: 'cookie' | 'storage' | 'form-field') =>
  observations.flatMap(seen =>
    seen.kind !== kind ? [] : seen.kind === 'storage' ? [seen.key] : 'name' in seen ? [seen.name] : [],
  )

/** As long as a busy machine may take over a page that comes to rest. */
const PATIENT = 60
const limitsOf = (seconds: number): VisitLimits => ({ seconds, quiet: 200, redirects: 4 })

/** How pages are called that run the scripts of one page, by the arguments of their process. */
const PAGE_PROCESSES = {
  chromium: /--type=renderer/,
  firefox: /-contentproc .* tab$/,
  webkitgtk: /WebKitWebProcess/,
} as const

/** Pages that do not end of themselves: how long they are looked at, what is said of them, and whose browser sees any. */
const UNWILLING: readonly (readonly [
  path: string,
  seconds: number,
  said: Readonly<Record<Engine, string>>,
  seen: readonly Engine[],
])[] = [
  ['/alerts', 4, all('page: dialog'), ['chromium', 'firefox', 'webkitgtk']],
  ['/alerts-for-ever', 4, all('page: dialog'), ['chromium']],
  ['/loop', 4, all('page: too-long'), ['chromium']],
  [
    '/reload',
    10,
    { ...all('page: too-many-redirects'), webkitgtk: 'page: too-' },
    ['chromium', 'firefox', 'webkitgtk'],
  ],
  ['/trickle', 4, all('page: too-long'), ['chromium', 'firefox', 'webkitgtk']],
  ['/downloads', PATIENT, { ...all('page: download'), webkitgtk: '' }, ['chromium', 'firefox', 'webkitgtk']],
  ['/popups', PATIENT, all(''), ['chromium', 'firefox', 'webkitgtk']],
  ['/leaving', PATIENT, all(''), ['chromium', 'firefox', 'webkitgtk']],
]

/** What is asked for and is no page. */
const NO_PAGES: readonly (readonly [path: string, seconds: number, said: Readonly<Record<Engine, string>>])[] = [
  ['/bounce', PATIENT, all('page: too-many-redirects')],
  ['/bounce-new', PATIENT, all('page: too-many-redirects')],
  ['/slow', 2, all('page: too-long')],
  ['/download', 4, { ...all('page: download'), webkitgtk: 'page: too-long' }],
  ['/nothing', 4, { ...all('page: not-a-page'), webkitgtk: 'page: too-long' }],
]

function all(said: string): Readonly<Record<Engine, string>> {
  return { chromium: said, firefox: said, webkitgtk: said }
}

let site: HostileSite
beforeAll(async () => {
  site = await openHostileSite()
})
afterAll(() => site.close())

function openEngine(engine: Engine) {
  let looking: Looking
  /** Where browsers put what they keep. */
  const folder = mkdtempSync(join(tmpdir(), 'candor-looking-'))
  const earlier = process.env['TMPDIR']
  beforeAll(async () => {
    process.env['TMPDIR'] = folder
    looking = await openLooking(engine, { env: process.env, allowPrivate: true, ownPagesOnly: true })
    // What an engine cannot tell is said with its first page.
    await looking.visit(`${site.origin}/calm`, limitsOf(PATIENT))
  })
  afterAll(async () => {
    await looking?.close()
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
    if (earlier === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = earlier
  })
  const visit = (path: string, seconds = PATIENT) => looking.visit(site.origin + path, limitsOf(seconds))
  /** A page that asks for more when it has come, or one that comes without end. */
  const crashes = async (path: string) => {
    await visit('/calm')
    const begun = site.asked.length
    const crash = visit(path)
    await eventually(() => expect(site.asked.slice(begun)).toContain(path === '/polls' ? '/calm' : path))
    for (const pid of childrenOf(process.pid, PAGE_PROCESSES[engine])) process.kill(pid, 'SIGKILL')
    expect(gaps(await crash)).toContain('page: crashed')
  }
  return {
    crashes,
    looking: () => looking,
    visit,
    /** After each of them the next page is seen as if nothing had been. */
    goesOn: async () => {
      const calm = await visit('/calm')
      expect(calm).toMatchObject({ ok: true, links: [`${site.origin}/next`], gaps: [] })
      expect(names(calm, 'cookie')).toContain('mark')
    },
  }
}

const isThere = (engine: Engine) => 'paths' in findPrograms(engine, process.env)

describe.each(['chromium', 'firefox', 'webkitgtk'] as const)(
  'pages that do not want to be looked at, in %s',
  engine => {
    describe.skipIf(!isThere(engine))('(where it is installed)', () => {
      const { looking, visit, goesOn, crashes } = openEngine(engine)

      test.each(UNWILLING)('%s is looked at as far as it lets itself', async (path, seconds, said, seen) => {
        const look = await visit(path, seconds)
        if (said[engine] !== '') expect(gaps(look)).toContainEqual(expect.stringContaining(said[engine]))
        if (seen.includes(engine)) {
          expect(look.ok).toBe(true)
          expect(names(look, 'cookie')).toContain('mark')
        }
        await goesOn()
      })

      test.each(NO_PAGES)('%s is no page, and that is said', async (path, seconds, said) => {
        const look = await visit(path, seconds)
        expect(look.ok).toBe(false)
        expect(gaps(look)).toContain(said[engine])
        await goesOn()
      })

      test.each(['/huge', '/huge-part'])('%s: a gigabyte is not taken in', async path => {
        const heap = process.memoryUsage().rss
        const look = await looking().visit(site.origin + path, { ...limitsOf(PATIENT), bytes: 8_000_000 })
        expect(gaps(look)).toContain('page: too-large')
        expect(process.memoryUsage().rss - heap).toBeLessThan(200_000_000)
        await goesOn()
      })

      test('other addresses than of pages are refused', async () => {
        for (const url of [
          'javascript:alert(1)',
          'file:///etc/passwd',
          'chrome://version',
          'data:text/html,x',
          'nonsense',
        ])
          expect(gaps(await looking().visit(url))).toEqual(['page: not-a-page'])
        await goesOn()
      })

      test('what a page has put in the place of the language’s own objects changes nothing, or that is said', async () => {
        const look = await visit('/tampered')
        if (engine === 'webkitgtk') expect(gaps(look)).toContain('page: failed')
        else {
          expect(names(look, 'form-field')).toEqual(['mail'])
          expect(names(look, 'storage')).toContain('kept')
          const [mark] = look.observations.filter(
            seen => seen.kind === 'cookie' && seen.name === 'mark' && !seen.earlier,
          )
          expect(mark).toMatchObject({ via: 'script', source: `${site.origin}/tampered`, line: 11 })
          expect(look.links).toEqual([`${site.origin}/next`])
        }
        await goesOn()
      })

      // Of WebKitGTK the driver ends with the page: each of these is the last that is seen of it.
      test.each(engine === 'webkitgtk' ? ['/polls'] : ['/polls', '/trickle'])(
        'a page that crashes is told, and the next one is fine: %s',
        async path => {
          await crashes(path)
          if (engine === 'webkitgtk') await expect(visit('/calm')).rejects.toThrow('invalid session')
          else await goesOn()
        },
      )
    })
  },
)

describe.skipIf(!isThere('webkitgtk'))('a page that crashes while it comes (needs a WebKitGTK)', () => {
  const { crashes } = openEngine('webkitgtk')
  test('is told', () => crashes('/trickle'))
})

describe.skipIf(!isThere('chromium'))('pages that do not want to be looked at, in more ways (needs a Chromium)', () => {
  const { looking, visit, goesOn } = openEngine('chromium')

  test('links lead to pages only: no scripts, no mail', goesOn)

  test.each([
    ['/late-loop', PATIENT, 'page: failed'],
    ['/refresh', PATIENT, 'page: too-many-redirects'],
    ['/polls', 4, 'page: too-long'],
    ['/frames', PATIENT, 'frame: too-many'],
    ['/nested', PATIENT, ''],
    ['/loud', PATIENT, ''],
    ['/print', PATIENT, ''],
  ])('%s is looked at as far as it lets itself', async (path, seconds, gap) => {
    const look = await visit(path, seconds)
    expect(look.ok).toBe(true)
    if (gap !== '') expect(gaps(look)).toContain(gap)
    expect(names(look, 'cookie')).toContain('mark')
    await goesOn()
  })

  test('what a click opens is looked at too, at most three of them, and closed', async () => {
    await visit('/calm')
    await looking().evaluate("for (let i = 0; i < 9; i++) open('/popped?' + i, '_blank')")
    const look = await looking().look(limitsOf(PATIENT))
    expect(gaps(look)).toContain('page: popup')
    expect(names(look, 'cookie')).toContain('popped')
    expect(look.observations.find(seen => seen.kind === 'cookie' && seen.name === 'popped')).toMatchObject({
      via: 'script',
    })
    await goesOn()
  })

  test('a page that asks whether to leave is left', async () => {
    await visit('/leaving')
    await looking().evaluate('document.body.click()')
    await goesOn()
  })

  test('a page does not easily see that it is looked at', async () => {
    await visit('/detects')
    expect(await looking().evaluate('document.title')).toBe('true true true set cookie 1 setItem false false 0 false')
  })

  test('what is too much is counted', async () => {
    // Another site, so that it does not stand in the way of the others.
    const many = `${site.origin.replace('localhost', '127.0.0.1')}/many`
    const look = await looking().visit(many, { ...limitsOf(PATIENT), most: 50 })
    expect(names(look, 'storage').length).toBe(50)
    expect(look.observations.filter(({ kind }) => kind === 'cookie').length).toBe(50)
    expect(look.links.length).toBe(50)
    expect(gaps(look)).toEqual(
      expect.arrayContaining(['cookie-source: too-many', 'cookie: too-many', 'storage: too-many']),
    )
    expect(look.gaps.find(({ what }) => what === 'page')).toMatchObject({ why: 'too-many', more: 2950 })
  })

  test('what a document kept is told though the document is gone', async () => {
    expect(names(await visit('/gone-frame'), 'storage')).toContain('from-frame')
  })

  test('a service worker is told, and what it keeps, and it answers for nobody else', async () => {
    const look = await looking().visit(`${site.origin}/worker`, { ...limitsOf(PATIENT), quiet: 1500 })
    expect(look.observations.filter(seen => seen.kind === 'storage').map(({ area, key }) => `${area} ${key}`)).toEqual(
      expect.arrayContaining([`service-worker ${site.origin}/`, 'cache offline', 'indexeddb orders']),
    )
  })

  test('private addresses are refused, after redirects too', async () => {
    const careful = await openLooking('chromium', { env: process.env, ownPagesOnly: true })
    try {
      for (const host of ['localhost', '127.0.0.1', '[::1]', '169.254.169.254']) {
        const look = await careful.visit(`http://${host}:${new URL(site.origin).port}/calm`, limitsOf(PATIENT))
        expect(look).toMatchObject({ ok: false, status: null, links: [] })
        expect(gaps(look)).toContain('page: private-address')
        expect(look.observations).toEqual([])
      }
    } finally {
      await careful.close()
    }
  })

  test('when told to stop, all ends at once', async () => {
    const stop = new AbortController()
    const other = await openLooking('chromium', {
      env: process.env,
      allowPrivate: true,
      ownPagesOnly: true,
      stop: stop.signal,
    })
    const visiting = other.visit(`${site.origin}/polls`, { seconds: 30 })
    setTimeout(() => stop.abort(), 500)
    expect(gaps(await visiting)).toContain('page: stopped')
    await other.close()
  })
})

/** Those among all that a process has started, and they in turn. */
function childrenOf(root: number, wanted: RegExp): readonly number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  const rows = table.split('\n').flatMap(line => {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args: args ?? '' }]
  })
  const all = new Set([root])
  for (let grown = 0; grown !== all.size; ) {
    grown = all.size
    for (const { pid, parent } of rows) if (all.has(parent)) all.add(pid)
  }
  return rows.filter(({ pid, args }) => all.has(pid) && wanted.test(args)).map(({ pid }) => pid)
}
