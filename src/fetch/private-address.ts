import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** IANA's special-purpose registries (RFC 6890 and after it): everything that is not an address of the public internet. */
const RANGES_4 = `
  0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
  192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24
  203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`

/** Those that hold an IPv4 address (NAT64, 6to4, Teredo) lead to it, so none of them is public. */
const RANGES_6 = `
  ::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16
  fc00::/7 fe80::/10 fec0::/10 ff00::/8`

/** A list for each family: to a list of both, an IPv4 address is also the IPv6 address that holds it. */
function listOf(ranges: string, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const range of ranges.trim().split(/\s+/)) {
    const [network = '', prefix] = range.split('/')
    list.addSubnet(network, Number(prefix), family)
  }
  return list
}

const PRIVATE_4 = listOf(RANGES_4, 'ipv4')
const PRIVATE_6 = listOf(RANGES_6, 'ipv6')

/** Whether an IP address is not of the public internet. What is no address is not public either. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (isIPv4(bare)) return PRIVATE_4.check(bare, 'ipv4')
  return isIPv6(bare) ? PRIVATE_6.check(bare, 'ipv6') : true
}
