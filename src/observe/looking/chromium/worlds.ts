import { BrowserFault, RefusedOrder } from '../../drivers/driver.ts'
import type { JsonRpc } from '../../drivers/json-rpc.ts'
import { inTime } from '../in-time.ts'

const OWN = 'candor'

interface ContextCreated {
  readonly context: {
    readonly id: number
    readonly name: string
    readonly auxData?: { readonly frameId?: string; readonly isDefault?: boolean }
  }
}

interface Evaluated<T> {
  readonly result: { readonly value: T }
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } }
}

/** Where an expression is evaluated. */
export interface Place {
  readonly frame: string
  readonly session: string
  readonly world: 'own' | 'page'
}

/** The worlds that scripts run in: the page's own in each document, and ours beside it, which the page cannot reach. */
export class Worlds {
  private readonly rpc: JsonRpc
  /** By session and the browser's number of the world. */
  private readonly frames = new Map<string, { readonly frame: string; readonly world: 'own' | 'page' }>()
  private readonly numbers = new Map<string, number>()

  constructor(rpc: JsonRpc) {
    this.rpc = rpc
  }

  created({ context: { id, name, auxData } }: ContextCreated, session: string): void {
    const world = auxData?.isDefault ? 'page' : name === OWN ? 'own' : null
    if (world === null || auxData?.frameId === undefined) return
    this.frames.set(`${session} ${id}`, { frame: auxData.frameId, world })
    this.numbers.set(`${auxData.frameId} ${world}`, id)
  }

  destroyed(id: number, session: string): void {
    const known = this.frames.get(`${session} ${id}`)
    if (known === undefined) return
    this.frames.delete(`${session} ${id}`)
    const key = `${known.frame} ${known.world}`
    if (this.numbers.get(key) === id) this.numbers.delete(key)
  }

  cleared(session: string): void {
    for (const key of [...this.frames.keys()])
      if (key.startsWith(`${session} `)) this.destroyed(Number(key.slice(session.length + 1)), session)
  }

  /** The document that a script runs in. */
  frameOf(id: number, session: string): string | null {
    return this.frames.get(`${session} ${id}`)?.frame ?? null
  }

  private async number({ frame, session, world }: Place): Promise<number> {
    const known = this.numbers.get(`${frame} ${world}`)
    if (known !== undefined) return known
    if (world === 'page') throw new BrowserFault('the document runs no scripts')
    const order = { frameId: frame, worldName: OWN }
    return (await this.rpc.call<{ executionContextId: number }>('Page.createIsolatedWorld', order, session))
      .executionContextId
  }

  /** Once more if the document was replaced just then. */
  async evaluate<T>(place: Place, expression: string, limit: number): Promise<T> {
    const ask = async () => {
      const contextId = await this.number(place)
      const order = {
        expression,
        contextId,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
        timeout: limit,
      }
      return this.rpc.call<Evaluated<T>>('Runtime.evaluate', order, place.session)
    }
    const again = (error: unknown) => {
      if (!(error instanceof RefusedOrder)) throw error
      this.numbers.delete(`${place.frame} ${place.world}`)
      return ask()
    }
    const { result, exceptionDetails } = await inTime(ask().catch(again), limit, 'the page')
    if (exceptionDetails === undefined) return result.value
    throw new BrowserFault(exceptionDetails.exception?.description ?? exceptionDetails.text)
  }
}
