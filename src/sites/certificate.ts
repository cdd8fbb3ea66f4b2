import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** DER (X.690): a tag, the length of what follows, and that. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  if (content.length < 0x80) return Buffer.concat([Buffer.of(tag, content.length), content])
  const length = content.length.toString(16)
  const octets = Buffer.from(length.length % 2 === 0 ? length : `0${length}`, 'hex')
  return Buffer.concat([Buffer.of(tag, 0x80 | octets.length), octets, content])
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const integer = (value: number) => der(0x02, Buffer.of(value))
const bits = (octets: Uint8Array) => der(0x03, Buffer.of(0), octets)
const identifier = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))

const ECDSA_WITH_SHA256 = identifier('2a8648ce3d040302')
const COMMON_NAME = identifier('550403')
const SUBJECT_ALT_NAME = identifier('551d11')

/** `YYMMDDhhmmssZ`. */
const utcTime = (time: Date) => der(0x17, Buffer.from(time.toISOString().replace(/^\d\d|[-:T]|\.\d+/g, '')))

const name = (text: string) => sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(text)))))

const altNames = (hosts: readonly string[]) =>
  sequence(SUBJECT_ALT_NAME, der(0x04, sequence(...hosts.map(host => der(0x82, Buffer.from(host))))))

const DAY = 86_400_000

/** RFC 5280 section 4.1: `TBSCertificate`, version 3. */
function toBeSigned(hosts: readonly string[], now: Date, publicKey: KeyObject): Buffer {
  const issuer = name('Candor lab')
  return sequence(
    der(0xa0, integer(2)),
    integer(1),
    sequence(ECDSA_WITH_SHA256),
    issuer,
    sequence(utcTime(new Date(+now - DAY)), utcTime(new Date(+now + 30 * DAY))),
    issuer,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(altNames(hosts))),
  )
}

/** RFC 7468: lines of 64, and none of them empty. */
const pem = (octets: Buffer) =>
  [
    '-----BEGIN CERTIFICATE-----',
    ...(octets.toString('base64').match(/.{1,64}/g) ?? []),
    '-----END CERTIFICATE-----\n',
  ].join('\n')

/**
 * A certificate of its own making for all the hosts, and its key, made anew for every run and never written down.
 * Written by hand because a certificate is sixty lines of DER, and the libraries that make one bring a dozen packages.
 */
export function createCertificate(
  hosts: readonly string[],
  now: Date,
): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const body = toBeSigned(hosts, now, publicKey)
  const cert = sequence(body, sequence(ECDSA_WITH_SHA256), bits(sign('sha256', body, privateKey)))
  return { cert: pem(cert), key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string }
}
