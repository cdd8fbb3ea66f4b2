import { randomBytes } from 'node:crypto'
import type { VisitorChoice } from '../../src/model/index.ts'

const HASH = `sha256:${'0'.repeat(64)}`
export const randomSubject = (): string => randomBytes(12).toString('hex')
export const randomSite = (): string => `${randomBytes(6).toString('hex')}.example`

export const choiceAt = (site: string, changes: Partial<VisitorChoice> = {}): VisitorChoice => ({
  site,
  subject: randomSubject(),
  decisions: { statistics: 'granted', marketing: 'refused' },
  policy: HASH,
  language: 'bg',
  text: HASH,
  how: 'button',
  at: '2026-11-22T12:00:00.000Z',
  ...changes,
})
