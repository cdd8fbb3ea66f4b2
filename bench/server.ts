/**
 * What a `P3P` header costs a server: requests per second with it and without, each server in a process of its own, hit in
 * turn. The load comes from this process over kept connections.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { tell } from './harness.ts'

const CONNECTIONS = 16
const SLICE_MS = 700
const PAIRS = 9
const PIPELINED = 4

const REQUEST = 'GET / HTTP/1.1\r\nHost: www.qualityunit.com\r\n\r\n'
const ENDING = Buffer.from('{"end":true}')

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

/** Counts answers by the mark that ends each body; keeps some requests under way on each connection. */
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
      resolve((answers / milliseconds) * 1000)
    }, milliseconds),
  )
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

async function compareServers(base: string, variant: string, atLeast: number): Promise<boolean> {
  const servers = await Promise.all([start(base), start(variant)])
  const [plain, dressed] = servers
  await load(plain.port, SLICE_MS)
  await load(dressed.port, SLICE_MS)
  const ratios: number[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    const first = pair % 2 === 0 ? await load(plain.port, SLICE_MS) : 0
    const withHeader = await load(dressed.port, SLICE_MS)
    ratios.push(withHeader / (first || (await load(plain.port, SLICE_MS))))
  }
  for (const { process } of servers) process.kill()
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
