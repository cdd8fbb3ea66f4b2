import type { P3pPolicyRef } from '../../model/index.ts'
import { ownHosts } from '../p3p-xml/index.ts'

/** P3P 1.1: whether the site says that a host is its own, so that it need not be taken for a third party. */
export const ownsHost = (ref: P3pPolicyRef, host: string): boolean =>
  ownHosts(ref).some(own => {
    const [named, asked] = [own.toLowerCase(), host.toLowerCase()]
    return named.startsWith('*.') ? asked.endsWith(named.slice(1)) : asked === named
  })
