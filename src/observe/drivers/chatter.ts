import type { Engine } from '../../model/index.ts'

/**
 * What browsers ask for on their own account although told not to, and why. It is never answered: in the lab it is refused
 * like everything outside, and fails no run; where sites are looked at it goes nowhere.
 */
export const KNOWN_CHATTER: Readonly<Record<Engine, Readonly<Record<string, string>>>> = {
  chromium: {
    'accounts.google.com': 'asks whether a Google account is signed in, at start',
    'clients2.google.com': 'looks for updates of extensions',
    'connectivitycheck.gstatic.com': 'asks whether there is a network, when its other questions fail',
    'update.googleapis.com': 'looks for updates of components',
  },
  firefox: {
    'incoming.telemetry.mozilla.org': 'reports that reporting is switched off',
  },
  webkitgtk: {},
}

/** Pages ask for it too, so that people can sign in. */
const OF_PAGES_TOO = ['accounts.google.com']

/** Hosts that no page has to do with. */
export const BROWSERS_OWN: ReadonlySet<string> = new Set(
  Object.values(KNOWN_CHATTER)
    .flatMap(hosts => Object.keys(hosts))
    .filter(host => !OF_PAGES_TOO.includes(host)),
)
