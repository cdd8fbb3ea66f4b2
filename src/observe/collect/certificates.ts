import type { CertificateObservation } from '../../model/index.ts'
import type { PageRecord } from './page-record.ts'
import { hostOf, partyOf } from './site.ts'

export type CertificateSighting = Omit<CertificateObservation, 'state'>

const date = (seconds: number): string => new Date(seconds * 1000).toISOString()

/** One for each host. */
export function collectCertificates(record: PageRecord): CertificateSighting[] {
  const found = new Map<string, CertificateSighting>()
  for (const { url, answer } of record.requests) {
    const host = hostOf(url)
    if (answer === null || answer.certificate === null || found.has(host)) continue
    const { from, to, ...told } = answer.certificate
    found.set(host, {
      kind: 'certificate',
      engine: record.engine,
      page: record.page,
      host,
      party: partyOf(host, record.url),
      ...told,
      from: date(from),
      to: date(to),
    })
  }
  return [...found.values()]
}
