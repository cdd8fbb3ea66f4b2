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

/** Tells Google's tags, where the site asks for it, what is granted: `default` before anything else, then `update`. */
export function tellConsentMode({ consentMode, practices }: ClientState, command: 'default' | 'update'): void {
  if (consentMode === null) return
  window.dataLayer ??= []
  const told = Object.entries(consentMode).map(([type, needed]) => {
    const granted = needed.every(practice => practices[practice]?.allowed === true)
    return [type, granted ? 'granted' : 'denied']
  })
  gtag('consent', command, Object.fromEntries(told))
}
