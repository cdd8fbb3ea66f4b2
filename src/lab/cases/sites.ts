/** The pages of the lab that are of no case's own site. All under a real top-level domain: `.test` is none to all engines. */
export const HOST = 'https://lab-host.net/'
export const ELSEWHERE = 'https://lab-elsewhere.org/'
export const AWAY = 'https://lab-away.org/'
export const HOP = 'https://lab-hop.com/hop'

/** The host of a site that only one group of cases uses, so that no case can feed another. */
export const ownHost = (name: string): string => `${name}-lab.com`

export const SHARED_PAGES = [HOST, ELSEWHERE, AWAY, HOP] as const
