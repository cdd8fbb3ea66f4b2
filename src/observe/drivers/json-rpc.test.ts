import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { BrowserFault, obeyed, RefusedOrder } from './driver.ts'
import { connectJsonRpc } from './json-rpc.ts'

interface Order {
  readonly id: number
  readonly method: string
  readonly params: object
  readonly sessionId?: string
}

let server: WebSocketServer
let close = () => {}
afterEach(() => close())

/** A browser's end of the line. */
async function connected(answer: (order: Order) => object | 'hang up') {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await new Promise(resolve => server.once('listening', resolve))
  server.on('connection', socket =>
    socket.on('message', text => {
      const reply = answer(JSON.parse(String(text)))
      if (reply === 'hang up') socket.terminate()
      else socket.send(JSON.stringify(reply))
    }),
  )
  const rpc = await connectJsonRpc(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  close = () => {
    rpc.close()
    server.close()
  }
  return rpc
}

test('answers find their orders, whatever comes between', async () => {
  const held: Order[] = []
  const rpc = await connected(order => {
    held.push(order)
    const [first, second] = held
    return second === undefined ? { method: 'some.event', params: {} } : { id: second.id, result: first?.method }
  })
  const first = rpc.call('first')
  expect(await rpc.call('second', { a: 1 }, 'page')).toBe('first')
  expect(held[1]).toMatchObject({ params: { a: 1 }, sessionId: 'page' })
  expect(held[0]).not.toHaveProperty('sessionId')
  close()
  await expect(first).rejects.toThrow(BrowserFault)
})

test('a refusal is told in the words of either protocol', async () => {
  const rpc = await connected(({ id, method }) =>
    method === 'devtools'
      ? { id, error: { code: -32000, message: 'Cannot navigate' } }
      : { type: 'error', id, error: 'unknown error', message: 'NS_ERROR' },
  )
  await expect(rpc.call('devtools')).rejects.toThrow(new RefusedOrder('Cannot navigate'))
  await expect(rpc.call('bidi')).rejects.toThrow(new RefusedOrder('NS_ERROR'))
  expect(await obeyed(rpc.call('bidi'))).toBe(false)
})

test('a browser that is gone is a fault, not a refusal', async () => {
  const rpc = await connected(() => 'hang up')
  await expect(obeyed(rpc.call('anything'))).rejects.toThrow('closed the connection')
})

test('what the browser tells unasked is heard, but for what pages say on their consoles', async () => {
  const rpc = await connected(({ id }) => ({ id, result: {} }))
  const heard: string[] = []
  rpc.listen(({ method }) => heard.push(method))
  await rpc.call('ready')
  for (const socket of server.clients)
    for (const method of ['Runtime.consoleAPICalled', 'Network.dataReceived'])
      socket.send(JSON.stringify({ method, params: {} }))
  await rpc.call('done')
  expect(heard).toEqual(['Network.dataReceived'])
})

test('an order after the end is refused at once', async () => {
  const rpc = await connected(() => 'hang up')
  await expect(rpc.call('first')).rejects.toThrow(BrowserFault)
  await expect(rpc.call('second')).rejects.toThrow('closed')
})
