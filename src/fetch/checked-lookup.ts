import { promises as dns, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPrivateAddress } from './private-address.ts'

/** The host leads to a private address, and nobody allowed that. */
export class PrivateAddress extends Error {
  readonly host: string
  readonly address: string
  constructor(host: string, address: string) {
    super(`${host} is at ${address}`)
    this.host = host
    this.address = address
  }
}

/** Finds the addresses of a host. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

export const systemResolve: Resolve = host => dns.lookup(host, { all: true })

/** For a host that is an address already: no name is looked up, so nothing else would check it. */
export function checkLiteral(host: string) {
  const bare = host.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0 && isPrivateAddress(bare)) throw new PrivateAddress(host, bare)
}

/**
 * A look-up for a socket. The connection goes to the very addresses that were checked, so that a name which says
 * something else the next moment (DNS rebinding) changes nothing. One private address is enough to refuse.
 */
export function checkedLookup(resolve: Resolve, allowPrivate: boolean): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      addresses => {
        const wrong = allowPrivate ? undefined : addresses.find(({ address }) => isPrivateAddress(address))
        const [first] = addresses
        if (wrong !== undefined) callback(new PrivateAddress(host, wrong.address), '', 0)
        else if (first === undefined) callback(Object.assign(new Error(host), { code: 'ENOTFOUND' }), '', 0)
        else if (options.all) callback(null, [...addresses])
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    )
  }
}
