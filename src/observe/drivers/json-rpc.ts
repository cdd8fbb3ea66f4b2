import { BrowserFault, RefusedOrder } from './driver.ts'

/** The part of a WebSocket that is used here. */
interface Socket {
  readonly send: (text: string) => void
  readonly terminate: () => void
  readonly on: (event: string, listener: (argument: unknown) => void) => void
}

/** Orders as JSON over a WebSocket: what the DevTools protocol and WebDriver BiDi have in common. */
export interface JsonRpc {
  /** `session` is the DevTools protocol's way to speak to one page. */
  readonly call: <T>(method: string, params?: object, session?: string) => Promise<T>
  /** Everything the browser tells unasked. At most one listener. */
  readonly listen: (listener: (event: RpcEvent) => void) => void
  readonly close: () => void
}

export interface RpcEvent {
  readonly method: string
  readonly params: never
  /** The page it is about, in the DevTools protocol. */
  readonly sessionId?: string
}

interface Reply extends Partial<RpcEvent> {
  readonly id?: number | null
  readonly result?: unknown
  /** An object in the DevTools protocol, a code with `message` beside it in BiDi. */
  readonly error?: { readonly message: string } | string
  readonly message?: string
}

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

const CALL_LIMIT = 30_000

/** What pages say on their consoles, which may be much: nobody listens to it. */
const UNHEARD = /^\{"method":"Runtime\.consoleAPICalled"/

const isEvent = (reply: Reply): reply is RpcEvent => typeof reply.method === 'string' && typeof reply.id !== 'number'

/** Node 20 has no WebSocket of its own; `ws` is an optional dependency. */
async function openSocket(url: string): Promise<Socket> {
  const { WebSocket } = await import('ws').catch(() => {
    throw new BrowserFault('the optional package "ws" is not installed: npm install ws')
  })
  const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 64 * 1024 * 1024 })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return socket
}

export async function connectJsonRpc(url: string): Promise<JsonRpc> {
  const socket = await openSocket(url)
  const waiting = new Map<number, Waiting>()
  let last = 0

  let closed: string | null = null
  let tell: (event: RpcEvent) => void = () => {}

  socket.on('message', data => {
    const text = String(data)
    if (UNHEARD.test(text)) return
    const reply: Reply = JSON.parse(text)
    if (isEvent(reply)) return tell(reply)
    const call = typeof reply.id === 'number' ? waiting.get(reply.id) : undefined
    if (call === undefined) return
    waiting.delete(reply.id as number)
    if (reply.error === undefined) call.resolve(reply.result)
    else call.reject(new RefusedOrder(typeof reply.error === 'string' ? `${reply.message}` : reply.error.message))
  })
  const drop = (why: string) => {
    closed = why
    for (const call of waiting.values()) call.reject(new BrowserFault(why))
    waiting.clear()
  }
  socket.on('close', () => drop('the browser closed the connection'))
  socket.on('error', error => drop(String(error)))

  return {
    call: <T>(method: string, params: object = {}, session?: string) =>
      new Promise<T>((resolve, reject) => {
        if (closed !== null) return reject(new BrowserFault(closed))
        const id = ++last
        const timer = setTimeout(() => {
          waiting.delete(id)
          reject(new BrowserFault(`${method} had no answer`))
        }, CALL_LIMIT)
        const settle =
          <A>(then: (argument: A) => void) =>
          (argument: A) => {
            clearTimeout(timer)
            then(argument)
          }
        waiting.set(id, { resolve: settle(result => resolve(result as T)), reject: settle(reject) })
        socket.send(JSON.stringify({ id, method, params, ...(session === undefined ? {} : { sessionId: session }) }))
      }),
    listen: listener => {
      tell = listener
    },
    close: () => socket.terminate(),
  }
}
