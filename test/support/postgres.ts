import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL server of our own on loopback, gone when it is stopped. */
export interface Postgres {
  readonly url: string
  /** Ends every connection there is, from the server's side. */
  readonly cutConnections: () => Promise<void>
  /** The server goes away, as on a crash; what it had committed is there when it comes back. */
  readonly goAway: () => Promise<void>
  readonly comeBack: () => Promise<void>
  /** Stops at once, and leaves nothing. */
  readonly stop: () => Promise<void>
}

const START_WITHIN_MS = 30_000
const DEBIAN = '/usr/lib/postgresql'

function findBinaries(): string | undefined {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(version => join(DEBIAN, version, 'bin')) : []
  const folders = [...debian.reverse(), ...(process.env['PATH'] ?? '').split(delimiter)]
  return folders.find(folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** PostgreSQL refuses to run as root; then it runs as `postgres`, or as `nobody`. */
function otherUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map(what => Number(execFileSync('id', [what, name], { stdio: 'pipe' })))
      if (uid && gid) return { uid, gid }
    } catch {}
  }
  throw new Error('running as root, and there is neither a user postgres nor nobody')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const bin = findBinaries()
export const hasPostgres = bin !== undefined
if (!hasPostgres) console.log('Not tried on PostgreSQL: no initdb and postgres on PATH or in /usr/lib/postgresql.')

/** Resolves when it accepts connections. */
async function startServer(command: string, words: readonly string[], options: SpawnOptions): Promise<ChildProcess> {
  const server = spawn(command, words, options)
  let log = ''
  await new Promise<void>((ready, fail) => {
    server.stderr?.on('data', piece => {
      log += piece
      if (log.includes('ready to accept connections')) ready()
    })
    server.on('exit', () => fail(new Error(log)))
    setTimeout(() => fail(new Error(log)), START_WITHIN_MS).unref()
  }).catch(error => {
    server.kill('SIGQUIT')
    throw error
  })
  return server
}

async function endServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.kill('SIGQUIT')
  await once(server, 'exit')
}

export async function startPostgres(): Promise<Postgres> {
  if (bin === undefined) throw new Error('no PostgreSQL here')
  const folder = mkdtempSync(join(tmpdir(), 'candor-postgres-'))
  const user = otherUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const run = { ...user, cwd: folder, stdio: 'pipe' } as const
  execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'candor', '-E', 'UTF8', '--locale=C.UTF-8'], run)
  const port = await freePort()
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', log_min_messages: 'log' }
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const launch = () => startServer(join(bin, 'postgres'), ['-D', data, ...words], run)
  let server = await launch()
  const url = `postgres://candor@127.0.0.1:${port}/postgres`
  return {
    url,
    cutConnections: async () => {
      const client = new pg.Client(url)
      await client.connect()
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()')
      await client.end()
    },
    goAway: () => endServer(server),
    comeBack: async () => {
      server = await launch()
    },
    stop: async () => {
      await endServer(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
