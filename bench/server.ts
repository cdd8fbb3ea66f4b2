/**
 * What a `P3P` header costs a server: requests per second of its processor time with it and without, each server in a
 * process of its own, hit in turn. The load comes from this process over kept connections.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { tell } from './harness.ts'

const CONNECTIONS = 16
const SLICE_MS = 250
const PAIRS = 25
const PIPELINED = 4

const REQUEST = 'GET / HTTP/1.1\r\nHost: www.qualityunit.com\r\n\r\n'
const ENDING = Buffer.from('"end":true}')

interface Served {
  readonly process: ChildProcess
  readonly port: number
}

function start(kind: string): Promise<Served> {
  const script = fileURLToPath(new URL('./servers/server.ts', import.meta.url))
  const child = fork(script, [kind], { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    child.once('message', port => resolve({ process: child, port: Number(port) }))
    child.once('exit', code => reject(new Error(`the server ${kind} ended with ${code}`)))
  })
}

/** How many answers come: counted by the mark that ends each body; keeps some requests under way on each connection. */
function load(port: number, milliseconds: number): Promise<number> {
  let answers = 0
  const sockets: Socket[] = []
  for (let i = 0; i < CONNECTIONS; i++) {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    socket.on('data', piece => {
      let found = 0
      for (let at = piece.indexOf(ENDING); at >= 0; at = piece.indexOf(ENDING, at + 1)) found++
      answers += found
      if (found > 0) socket.write(REQUEST.repeat(found))
    })
    socket.on('error', () => {})
    socket.write(REQUEST.repeat(PIPELINED))
    sockets.push(socket)
  }
  return new Promise(resolve =>
    setTimeout(() => {
      for (const socket of sockets) socket.destroy()
      resolve(answers)
    }, milliseconds),
  )
}

/** Microseconds of processor time that the server has used so far. */
async function used({ process: child }: Served): Promise<number> {
  child.send('cpu')
  const [microseconds] = (await once(child, 'message')) as [number]
  return microseconds
}

/** Requests a second of processor time. */
async function rate(server: Served): Promise<number> {
  const before = await used(server)
  const answers = await load(server.port, SLICE_MS)
  return (answers / ((await used(server)) - before)) * 1e6
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

async function compareServers(base: string, variant: string, atLeast: number): Promise<boolean> {
  const servers = await Promise.all([start(base), start(variant)])
  const [plain, dressed] = servers
  await rate(plain)
  await rate(dressed)
  const ratios: number[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    const first = pair % 2 === 0 ? await rate(plain) : undefined
    const withHeader = await rate(dressed)
    ratios.push(withHeader / (first ?? (await rate(plain))))
  }
  for (const { process: child } of servers) child.kill()
  const ratio = median(ratios)
  return tell(
    `${variant} to ${base}, requests per second`,
    `${ratio.toFixed(2)} times, wanted ${atLeast}`,
    ratio >= atLeast,
  )
}

export async function bench(): Promise<boolean> {
  const results = [
    await compareServers('node', 'node-always', 0.9),
    await compareServers('node-cookies', 'node-cookies-header', 0.9),
    await compareServers('hono', 'hono-always', 0.9),
    await compareServers('hono-cookies', 'hono-cookies-header', 0.9),
  ]
  return results.every(met => met)
}
