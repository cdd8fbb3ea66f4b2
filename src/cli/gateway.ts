import { resolve } from 'node:path'
import { createGateway, createKnownHosts, type Enforcement, type Gateway } from '../enforce/gateway/index.ts'
import { cli } from '../messages/index.ts'
import { createService, type Listening, listen, type Service } from '../server/index.ts'
import { askedDeclaration } from './find-declaration.ts'
import { type AskedGateway, askedGateway, GATEWAY_OPTIONS } from './gateway-options.ts'
import { gatewayEventText } from './gateway-talk.ts'
import { reasonOf } from './reason-of.ts'
import { receiptPlace } from './receipt-place.ts'
import { eventText, firstPolicy, followPolicy, stopped } from './service-talk.ts'
import type { ExitCode, Io, Verb } from './verb.ts'

/** What holds now, as the gateway wants it: one and the same as long as it does. */
function createCurrent(service: Service, { mode, publishes }: AskedGateway): () => Enforcement | null {
  let current: Enforcement | null = null
  return () => {
    if (mode === 'off') return null
    const { policy, publication, asking } = service
    if (current?.door === asking.door) return current
    const { door, consent } = asking
    // In mode report nobody is asked: an answer would have no effect. Nor is anything put in the place of what the site has.
    if (mode === 'report') current = { policy, door, consent: null }
    else current = { policy, door, consent, ...(publishes ? { publication } : {}) }
    return current
  }
}

function standBefore(service: Service, asked: AskedGateway, io: Io): Gateway {
  const metricsToken = io.env['CANDOR_METRICS_TOKEN']
  return createGateway({
    to: asked.to,
    current: createCurrent(service, asked),
    knowsHost: createKnownHosts({
      site: () => new URL(service.policy.site.url).hostname,
      allowed: asked.allowedHosts,
      listening: asked.host,
    }),
    keepHost: asked.keepHost,
    fail: asked.fail,
    trustProxy: asked.trustProxy,
    limits: asked.maxBody === undefined ? {} : { body: asked.maxBody },
    ...(metricsToken ? { metricsToken } : {}),
    tell: event => io.talk(`${gatewayEventText(event, io)}\n`),
  })
}

interface PortAsked {
  readonly option: 'port' | 'admin-port'
  readonly port: number
}

/** Listens, or tells why it cannot. */
async function tryToListen<T>(begin: () => Promise<T>, asked: PortAsked, io: Io): Promise<T | null> {
  try {
    return await begin()
  } catch (error) {
    io.talk(`candor gateway: ${cli[io.language]['port-refused']({ ...asked, reason: reasonOf(error) })}\n`)
    return null
  }
}

/** The pages of the service itself, beside those of the site. */
async function listenForAdmin(service: Service, port: number, io: Io): Promise<Listening | null> {
  const fetch: Service['fetch'] = (request, remote) => service.fetch(request, remote)
  const listening = await tryToListen(() => listen(fetch, { port }), { option: 'admin-port', port }, io)
  if (listening !== null) io.talk(`${cli[io.language]['gateway.admin']({ url: listening.url })}\n`)
  return listening
}

/** Stands there until it is told to stop; then everything ends in its order. */
async function stand(service: Service, file: string, asked: AskedGateway, io: Io): Promise<ExitCode> {
  const gateway = standBefore(service, asked, io)
  const { port, host } = asked
  const address = await tryToListen(() => gateway.listen(port, host), { option: 'port', port }, io)
  if (address === null) return 2
  followPolicy(file, service, io)
  if (asked.mode === 'enforce') service.warm()
  io.out(`${address}\n`)
  gateway.tryBehind()
  await stopped(io.stop)
  await gateway.drain()
  return 0
}

export const verb: Verb = {
  options: GATEWAY_OPTIONS,
  async run(args, io): Promise<ExitCode> {
    const asked = askedGateway(args, io)
    const place = receiptPlace(args, io)
    const file = resolve(io.cwd, await askedDeclaration(args, io))
    const first = await firstPolicy(file, 'gateway', io)
    if (first === null) return 2
    let adminUrl: string | null = null
    const service = await createService({
      first,
      place,
      mode: asked.mode,
      tell: event => {
        // Without its page there is nowhere to set a password.
        if (event.kind !== 'set-up' || adminUrl !== null) io.talk(`${eventText(event, adminUrl ?? '', io)}\n`)
      },
    })
    const admin = asked.adminPort === undefined ? null : await listenForAdmin(service, asked.adminPort, io)
    adminUrl = admin?.url ?? null
    try {
      if (asked.adminPort !== undefined && admin === null) return 2
      return await stand(service, file, asked, io)
    } finally {
      await admin?.drain()
      await service.close()
    }
  },
}
