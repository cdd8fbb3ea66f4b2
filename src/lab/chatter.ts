import type { Engine } from '../model/index.ts'

/**
 * What browsers ask for on their own account although told not to, each with why it is let pass: it is refused like
 * everything outside the lab, and it carries no cookie of a case. Anything else that leaves the lab fails the run.
 */
export const KNOWN_CHATTER: Readonly<Record<Engine, Readonly<Record<string, string>>>> = {
  chromium: {
    'accounts.google.com': 'asks whether a Google account is signed in, at start',
    'clients2.google.com': 'looks for updates of extensions',
    'update.googleapis.com': 'looks for updates of components',
  },
  firefox: {
    'incoming.telemetry.mozilla.org': 'reports that reporting is switched off',
  },
  webkitgtk: {},
}

/** Hosts that were asked for and ought not to have been. */
export const strangers = (engine: Engine, outside: ReadonlyMap<string, number>): readonly string[] =>
  [...outside.keys()].filter(host => !Object.hasOwn(KNOWN_CHATTER[engine], host)).sort()
