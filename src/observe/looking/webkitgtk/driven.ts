import { BrowserFault } from '../../drivers/driver.ts'
import type { Order } from '../../drivers/webkitgtk-process.ts'
import type { Happenings } from '../happenings.ts'
import { inTime, pause } from '../in-time.ts'
import { ANSWER_LIMIT } from '../limits.ts'

const STEP = 50

/**
 * Orders to a page that may ask its visitor something at any time, and does nothing else until it is answered: the answer
 * is no. A page that asks without end gets none in the end, and so hangs.
 */
export function createDriven(order: Order, happenings: Happenings) {
  const plain = <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> =>
    inTime(order<T>(method, path, body), ANSWER_LIMIT, path)

  const answer = async (): Promise<void> => {
    const said = await plain<string>('GET', '/alert/text').catch(() => null)
    if (said === null) return
    if (!happenings.dialog('prompt', said)) throw new BrowserFault('the page asks without end')
    await plain('POST', '/alert/dismiss', {}).catch(() => {})
  }

  /** What a script gives to its callback. */
  const execute = async (script: string, limit: number): Promise<string> => {
    let open = true
    await answer()
    const asked = inTime(order<string>('POST', '/execute/async', { script, args: [] }), limit + STEP, 'the page')
    const done = asked.then(
      () => {},
      () => {},
    )
    void done.then(() => {
      open = false
    })
    while (open) {
      await Promise.race([done, pause(STEP)])
      if (open) await answer()
    }
    return asked
  }

  return {
    order: plain,
    /** In the page's own world: there is no other. */
    evaluate: async <T>(expression: string, limit = ANSWER_LIMIT): Promise<T> => {
      const script = `const done = arguments[arguments.length - 1]
        ;(async () => {
          try { done(JSON.stringify({ value: await (${expression}\n) })) } catch (error) { done(JSON.stringify({ error: String(error) })) }
        })()`
      const { value, error } = JSON.parse(await execute(script, limit)) as { value: T; error?: string }
      if (error !== undefined) throw new BrowserFault(error)
      return value
    },
  }
}

export type Driven = ReturnType<typeof createDriven>
