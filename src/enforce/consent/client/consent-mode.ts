import type { ClientState } from '../client-state.ts'

declare global {
  interface Window {
    dataLayer?: unknown[]
  }
}

/** Google's tags read their queue of `arguments` objects, and take nothing else for a command. */
function gtag(..._command: readonly unknown[]): void {
  window.dataLayer?.push(arguments)
}

/** What a page says by itself: `<meta name="candor-consent-mode" content="analytics_storage: statistics; ad_storage: ads, video">`. */
function saidByPage(): ClientState['consentMode'] {
  const content = document.querySelector<HTMLMetaElement>('meta[name="candor-consent-mode"]')?.content
  if (content === undefined) return null
  const lines = content.split(';').map(line => line.split(/[\s:,]+/).filter(word => word !== ''))
  return Object.fromEntries(lines.filter(words => words.length > 1).map(([type, ...practices]) => [type, practices]))
}

/** Tells Google's tags, where the site asks for it, what is granted: `default` before anything else, then `update`. */
export function tellConsentMode({ consentMode, practices }: ClientState, command: 'default' | 'update'): void {
  const asked = consentMode ?? saidByPage()
  if (asked === null) return
  window.dataLayer ??= []
  const told = Object.entries(asked).map(([type, needed]) => {
    const granted = needed.every(practice => practices[practice]?.allowed === true)
    return [type, granted ? 'granted' : 'denied']
  })
  gtag('consent', command, Object.fromEntries(told))
}
