import { X509Certificate } from 'node:crypto'
import { connect, createSecureContext, createServer } from 'node:tls'
import { expect, test } from 'vitest'
import { createCertificate } from './certificate.ts'

const now = new Date('2026-11-22T12:00:00Z')
const hosts = Array.from({ length: 300 }, (_, n) => `shop${n}.example.com`)

test('the certificate names every host, for the days around the run', () => {
  const certificate = new X509Certificate(createCertificate(hosts, now).cert)
  for (const host of hosts) expect(certificate.checkHost(host)).toBe(host)
  expect(certificate.checkHost('elsewhere.example.com')).toBeUndefined()
  expect(new Date(certificate.validFrom)).toEqual(new Date('2026-11-21T12:00:00Z'))
  expect(new Date(certificate.validTo)).toEqual(new Date('2026-12-22T12:00:00Z'))
  expect(certificate.verify(certificate.publicKey)).toBe(true)
})

test('whatever its length, it can be read', () => {
  for (let count = 1; count <= 64; count++) {
    const { cert } = createCertificate([`${'x'.repeat(count)}.com`], now)
    expect(new X509Certificate(cert).subjectAltName).toBe(`DNS:${'x'.repeat(count)}.com`)
    expect(() => createSecureContext({ cert })).not.toThrow()
  }
})

test('a strict client that trusts it gets through', async () => {
  const made = createCertificate(hosts, new Date())
  const server = createServer(made, socket => socket.end('welcome'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const said = await new Promise<string>((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, servername: 'shop7.example.com', ca: made.cert })
    socket.once('data', data => resolve(String(data)))
    socket.once('error', reject)
  })
  expect(said).toBe('welcome')
  await new Promise(resolve => server.close(resolve))
})
