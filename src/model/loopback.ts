const LOOPBACK = /^(?:(?:.+\.)?localhost|(?:::ffff:)?127(?:\.\d{1,3}){3}|(?:0{0,4}:){2,7}0{0,3}1)$/i

/**
 * Whether a host is the machine itself, by name (RFC 6761, 6.3) or by address (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3), an IPv4
 * address in IPv6 too. Without a port; of an address of IPv6 the brackets may stay.
 */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host.replace(/^\[|\]$/g, ''))
