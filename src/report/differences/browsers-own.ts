/**
 * Hosts that browsers call for ends of their own, whatever page is open: updates, lists of dangerous sites, settings,
 * checks of the connection. No site can help that.
 */
const HOSTS = [
  'clients1.google.com',
  'clients2.google.com',
  'clients4.google.com',
  'clientservices.googleapis.com',
  'content-autofill.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'safebrowsing.googleapis.com',
  'safebrowsingohttpgateway.googleapis.com',
  'update.googleapis.com',
  'edgedl.me.gvt1.com',
  'redirector.gvt1.com',
  'detectportal.firefox.com',
  'firefox-settings-attachments.cdn.mozilla.net',
  'push.services.mozilla.com',
  'contile.services.mozilla.com',
  'firefox.settings.services.mozilla.com',
  'content-signature-2.cdn.mozilla.net',
  'incoming.telemetry.mozilla.org',
  'location.services.mozilla.com',
  'shavar.services.mozilla.com',
  'tracking-protection.cdn.mozilla.net',
  'aus5.mozilla.org',
  'ciscobinary.openh264.org',
]
const OWN: ReadonlySet<string> = new Set(HOSTS)

export const isBrowsersOwn = (host: string): boolean => OWN.has(host.toLowerCase())
