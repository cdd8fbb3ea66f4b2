import { setTimeout as pause } from 'node:timers/promises'
import { BrowserFault } from '../drivers/driver.ts'
import { CHOICES_SCRIPT } from '../generated/choices-script.ts'
import type { Looking } from '../looking/looking.ts'
import type { Offer, Wish } from './page/main.ts'

const call = (what: string) => `(() => { ${CHOICES_SCRIPT}; return choices.${what} })()`

/** What a page has to choose from, in all its documents. */
export interface PageOffer {
  readonly asks: boolean
  readonly notice: string | null
}

/** What a press sets going begins a moment later: until then the page is as quiet as before. */
export const BEGINNING_MS = 400

/** More frames are advertisements. */
const MOST_FRAMES = 24

/** The page itself first. A frame that goes away meanwhile, or does not answer, has nothing to offer. */
async function inFrames<T>(looking: Looking, what: string): Promise<readonly { frame: string; answer: T }[]> {
  const found: { frame: string; answer: T }[] = []
  for (const { id } of (await looking.frames()).slice(0, MOST_FRAMES)) {
    try {
      found.push({ frame: id, answer: await looking.evaluate<T>(call(what), { frame: id }) })
    } catch (error) {
      if (!(error instanceof BrowserFault)) throw error
    }
  }
  return found
}

export async function offerOf(looking: Looking): Promise<PageOffer> {
  const offers = await inFrames<Offer>(looking, 'offer(false)')
  const asking = offers.find(({ answer }) => answer.asks)
  return { asks: asking !== undefined, notice: asking?.answer.notice ?? null }
}

/**
 * Presses what fits the wish best on the whole page; tells what was written on it, or null where nothing fits. `led`: a
 * visitor was led here in order to choose.
 */
export async function press(looking: Looking, wish: Wish, led = false): Promise<string | null> {
  const offers = await inFrames<Offer>(looking, `offer(${led})`)
  const ranked = offers
    .flatMap(({ frame, answer }) => (answer.scores[wish] === undefined ? [] : [{ frame, score: answer.scores[wish] }]))
    .sort((one, other) => other.score - one.score)
  for (const { frame } of ranked) {
    const label = await looking.evaluate<string | null>(call(`fulfil('${wish}', ${led})`), { frame })
    if (label === null) continue
    await pause(BEGINNING_MS)
    return label
  }
  return null
}

/** Turns off all that may be turned off where choices can be saved one by one. */
export async function switchAllOff(looking: Looking): Promise<number> {
  const counts = await inFrames<number>(looking, 'switchOff()')
  return counts.reduce((sum, { answer }) => sum + answer, 0)
}
