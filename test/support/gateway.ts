import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createConsent } from '../../src/enforce/consent/index.ts'
import { createDoor, type DoorMode } from '../../src/enforce/door/index.ts'
import { createGateway, type Enforcement, type Gateway, type GatewayOptions } from '../../src/enforce/gateway/index.ts'
import type { Policy } from '../../src/model/index.ts'

export interface Behind {
  readonly server: Server
  readonly url: URL
}

/** A real site to stand before. */
export async function startSite(listener: RequestListener): Promise<Behind> {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { server, url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`) }
}

/** What holds a site to a policy, as the command line puts it together. */
export function enforcementOf(policy: Policy, mode: DoorMode = 'enforce'): Enforcement {
  const door = createDoor(policy, { mode })
  return { policy, door, consent: mode === 'enforce' ? createConsent({ policy, door }) : null }
}

export interface Standing {
  readonly gateway: Gateway
  readonly url: string
  readonly port: number
}

export async function startGateway(options: Partial<GatewayOptions> & { readonly to: URL }): Promise<Standing> {
  const gateway = createGateway({ current: () => null, knowsHost: () => true, keepHost: true, ...options })
  const url = await gateway.listen(0, '127.0.0.1')
  return { gateway, url, port: Number(new URL(url).port) }
}

/** Ends what a test has started. */
export async function stopAll(gateways: readonly Standing[], sites: readonly Behind[]): Promise<void> {
  for (const { gateway } of gateways) {
    gateway.server.closeAllConnections()
    await gateway.drain()
  }
  for (const { server } of sites) {
    server.closeAllConnections()
    server.close()
  }
}
