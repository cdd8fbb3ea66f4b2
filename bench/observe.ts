import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openShop } from '../examples/shop/shop.ts'
import { pageTargets, startChromium } from '../src/observe/drivers/chromium-process.ts'
import { findPrograms } from '../src/observe/drivers/find-programs.ts'
import { openLooking } from '../src/observe/index.ts'
import { tell } from './harness.ts'

const PAGES = ['en/', 'en/good/linden-honey', 'en/checkout'].map(path => `https://shop.example/${path}`)
const ROUNDS = 7
const MOST_TIMES = 1.3
/** Both sides wait until nothing was asked for so long: short, so that the waiting does not hide the work. */
const QUIET_MS = 100

const MANY = 500
const GROWTH_MB = 32

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** The same browser, told to load a page and to say when it is at rest, and nothing else. */
async function openBare(executable: string, proxy: string) {
  const start = { executable, env: process.env, args: ['--ignore-certificate-errors'] }
  const { rpc, close } = await startChromium(start, { proxy, ownPagesOnly: true })
  const [page] = await pageTargets(rpc)
  const order = { targetId: page?.targetId, flatten: true }
  const { sessionId } = await rpc.call<{ sessionId: string }>('Target.attachToTarget', order)
  let loaded = false
  let last = 0
  const open = new Set<string>()
  rpc.listen(({ method, params }) => {
    const { requestId } = params as { requestId: string }
    if (method === 'Page.loadEventFired') loaded = true
    if (method.startsWith('Network.')) last = performance.now()
    if (method === 'Network.requestWillBeSent') open.add(requestId)
    if (method === 'Network.loadingFinished' || method === 'Network.loadingFailed') open.delete(requestId)
  })
  await rpc.call('Page.enable', {}, sessionId)
  await rpc.call('Network.enable', {}, sessionId)
  const load = async (url: string) => {
    loaded = false
    open.clear()
    last = performance.now()
    await rpc.call('Page.navigate', { url }, sessionId)
    while (!loaded || open.size > 0 || performance.now() - last < QUIET_MS) await new Promise(go => setTimeout(go, 20))
  }
  return { load, close }
}

/** Time for a page, with everything that is told of it, by the bare load of the same page. */
async function timePages(executable: string, proxy: string): Promise<boolean> {
  const bare = await openBare(executable, proxy)
  const looking = await openLooking('chromium', { env: process.env, proxy, insecure: true, ownPagesOnly: true })
  try {
    const visit = (url: string) => looking.visit(url, { quiet: QUIET_MS })
    const ratios: number[] = []
    const ours: number[] = []
    for (let round = 0; round <= ROUNDS; round++)
      for (const url of PAGES) {
        const theirs = await timed(() => bare.load(url))
        const our = await timed(() => visit(url))
        // The first round fills caches.
        if (round === 0) continue
        ratios.push(our / theirs)
        ours.push(our)
      }
    const ratio = median(ratios)
    const figure = `${ratio.toFixed(2)} times the bare load (${median(ours).toFixed(0)} ms), wanted ${MOST_TIMES}`
    return tell('time per page', figure, ratio <= MOST_TIMES)
  } finally {
    await looking.close()
    await bare.close()
  }
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function memory() {
  collectGarbage()
  const { heapUsed, rss } = process.memoryUsage()
  return { heap: heapUsed / 2 ** 20, rss: rss / 2 ** 20 }
}

/** What our process grows by from the first hundred pages to the last. */
async function memoryOverPages(proxy: string): Promise<boolean> {
  const looking = await openLooking('chromium', { env: process.env, proxy, insecure: true, ownPagesOnly: true })
  try {
    let early = memory()
    for (let page = 0; page < MANY; page++) {
      if (page === MANY / 5) early = memory()
      await looking.visit(`${PAGES[page % PAGES.length]}?${page}`, { quiet: 20 })
    }
    const late = memory()
    const [heap, rss] = [late.heap - early.heap, late.rss - early.rss]
    const figure = `heap ${heap.toFixed(1)} MB, whole process ${rss.toFixed(1)} MB, wanted at most ${GROWTH_MB}`
    return tell(`growth from page ${MANY / 5} to page ${MANY}`, figure, heap <= GROWTH_MB && rss <= GROWTH_MB)
  } finally {
    await looking.close()
  }
}

/** How much longer a page takes because it is looked at, and whether many pages are as cheap as few. */
export async function bench(): Promise<boolean> {
  const found = findPrograms('chromium', process.env)
  if ('missing' in found) return tell('looking at pages', `not found: ${found.missing.join(', ')}`, false)
  const [executable = ''] = found.paths
  const shop = await openShop('kept')
  try {
    const results = [await timePages(executable, shop.proxy), await memoryOverPages(shop.proxy)]
    return results.every(Boolean)
  } finally {
    await shop.close()
  }
}
