/**
 * Requests per second of its processor time that one server answers against another, each in a process of its own, hit in
 * turn. The load comes from this process over kept connections. How fast a process is depends on how it happened to be
 * laid out and compiled, by as much as what is measured: so there are several of each.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { tell } from '../harness.ts'

const CONNECTIONS = 16
const SLICE_MS = 200
const PROCESSES = 5
const WARMING = 5
const PAIRS = 9
const PIPELINED = 4

const ENDING = Buffer.from('"end":true}')

/** A script of this folder, which serves by one of its kinds, and how it is asked. */
export interface ServerScript {
  readonly script: string
  readonly request: string
}

interface Served {
  readonly process: ChildProcess
  readonly port: number
}

function start(script: string, kind: string): Promise<Served> {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = fork(path, [kind], { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    child.once('message', port => resolve({ process: child, port: Number(port) }))
    child.once('exit', code => reject(new Error(`the server ${kind} ended with ${code}`)))
  })
}

/** How many answers come: counted by the mark that ends each body; keeps some requests under way on each connection. */
function load(port: number, request: string): Promise<number> {
  let answers = 0
  const sockets: Socket[] = []
  for (let i = 0; i < CONNECTIONS; i++) {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    let tail = Buffer.alloc(0)
    socket.on('data', (piece: Buffer) => {
      const come = Buffer.concat([tail, piece])
      let found = 0
      for (let at = come.indexOf(ENDING); at >= 0; at = come.indexOf(ENDING, at + 1)) found++
      // A mark may come in two pieces, and is to be counted once.
      tail = come.subarray(Math.max(0, come.length - ENDING.length + 1))
      answers += found
      if (found > 0) socket.write(request.repeat(found))
    })
    socket.on('error', () => {})
    socket.write(request.repeat(PIPELINED))
    sockets.push(socket)
  }
  return new Promise(resolve =>
    setTimeout(() => {
      for (const socket of sockets) socket.destroy()
      resolve(answers)
    }, SLICE_MS),
  )
}

/** Microseconds of processor time that the server has used so far. */
async function used({ process: child }: Served): Promise<number> {
  child.send('cpu')
  const [microseconds] = (await once(child, 'message')) as [number]
  return microseconds
}

/** Requests a second of processor time. */
async function rate(server: Served, request: string): Promise<number> {
  const before = await used(server)
  const answers = await load(server.port, request)
  return (answers / ((await used(server)) - before)) * 1e6
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

export interface ServerComparison {
  readonly base: string
  readonly variant: string
  readonly atLeast: number
}

/** How much faster one process is than the other, when they are hit in turn. */
async function ratioOfProcesses({ script, request }: ServerScript, kinds: readonly [string, string]): Promise<number> {
  const servers = await Promise.all([start(script, kinds[0]), start(script, kinds[1])])
  const [plain, dressed] = servers
  for (let slice = 0; slice < WARMING; slice++) for (const server of servers) await rate(server, request)
  const ratios: number[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    const first = pair % 2 === 0 ? await rate(plain, request) : undefined
    const other = await rate(dressed, request)
    ratios.push(other / (first ?? (await rate(plain, request))))
  }
  for (const { process: child } of servers) child.kill()
  return median(ratios)
}

/** Judges the median of the ratios of one server to the other. */
export async function compareServers(
  script: ServerScript,
  { base, variant, atLeast }: ServerComparison,
): Promise<boolean> {
  const ratios: number[] = []
  for (let at = 0; at < PROCESSES; at++) ratios.push(await ratioOfProcesses(script, [base, variant]))
  const ratio = median(ratios)
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map(each => each.toFixed(2))
  return tell(
    `${variant} to ${base}, requests per second`,
    `${ratio.toFixed(2)} times (${least} to ${most}), wanted ${atLeast}`,
    ratio >= atLeast,
  )
}

/** What a server script does besides serving: it says how much processor time it has used, when asked. */
export function answerForTime(): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.(user + system)
  })
}
