import { openShop } from '../examples/shop/shop.ts'
import { type ObserveOptions, observeSite } from '../src/observe/index.ts'
import { tell } from './harness.ts'

const STATES = ['before', 'accepted', 'refused', 'withdrawn', 'gpc'] as const
const PAGES = 20
const MOST_SECONDS = 180

/** The example shop, as a visitor of each kind sees it: by the command's own defaults, at its pace. */
export async function bench(): Promise<boolean> {
  const shop = await openShop('kept')
  try {
    const options: ObserveOptions = {
      url: 'https://shop.example/',
      states: STATES,
      pages: PAGES,
      looking: { env: process.env, proxy: shop.proxy, insecure: true, ownPagesOnly: true },
    }
    const began = performance.now()
    const { pages, states } = await observeSite(options)
    const seconds = (performance.now() - began) / 1000
    const whole = pages.length === PAGES && STATES.every(state => states[state] === 'seen')
    return tell(
      `${STATES.length} states of ${pages.length} pages${whole ? '' : ', not all of them seen'}`,
      `${seconds.toFixed(0)} s (${((seconds * 1000) / STATES.length / PAGES).toFixed(0)} ms a page), wanted ${MOST_SECONDS}`,
      whole && seconds <= MOST_SECONDS,
    )
  } finally {
    await shop.close()
  }
}
