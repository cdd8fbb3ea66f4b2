/**
 * Every rule that can decide about a cookie, with its clause: of RFC 6265bis ("6265bis"), of
 * draft-ietf-httpbis-layered-cookies by its algorithm, or "browser" where the drafts leave it to the browser.
 * A code is never renamed. Area `verdict` of the messages has a sentence for each.
 */
export const SETTING_RULES = {
  kept: '6265bis 5.7',
  'kept-partitioned': 'layered-cookies, Store a Cookie; CHIPS',
  'kept-in-partition': 'browser; 6265bis 7.1',
  'kept-ephemeral': 'browser; 6265bis 7.1',
  'kept-shortened': '6265bis 5.5',
  'empty-cookie': '6265bis 5.7',
  nameless: 'browser; 6265bis 5.6',
  'nameless-with-equals': 'browser; 6265bis 5.6',
  'control-character': '6265bis 5.6, 5.7',
  'path-with-tab': 'browser',
  'too-large': '6265bis 5.7',
  'public-suffix': '6265bis 5.7',
  'domain-mismatch': '6265bis 5.1.3, 5.7',
  'secure-from-http': '6265bis 5.7',
  'httponly-from-script': '6265bis 5.7',
  'samesite-cross-site': '6265bis 5.7',
  'none-without-secure': '6265bis 5.7',
  'prefix-secure': '6265bis 5.4, 5.7',
  'prefix-host': '6265bis 5.4, 5.7',
  'prefix-http': 'layered-cookies, Store a Cookie',
  'prefix-host-http': 'layered-cookies, Store a Cookie',
  'prefix-nameless': '6265bis 5.7',
  'partitioned-without-secure': 'CHIPS',
  'third-party-blocked': 'browser; 6265bis 7.1',
  'expired-at-once': '6265bis 5.6.1, 5.6.2, 5.7',
  'secure-overlay': '6265bis 5.7',
  'crowded-out': '6265bis 5.7, 6.1',
  'syntax-not-known': 'not known',
  'size-not-known': 'not known',
  'prefix-not-known': 'not known',
  'samesite-not-known': 'not known',
  'partition-not-known': 'not known',
  'case-malformed': 'Candor',
} as const

export const SENDING_RULES = {
  sent: '6265bis 5.8.3',
  'not-stored': '6265bis 5.8.3',
  'not-known': 'not known',
  expired: '6265bis 5.7',
  'host-differs': '6265bis 5.8.3, 5.1.3',
  'path-differs': '6265bis 5.8.3, 5.1.4',
  'secure-over-http': '6265bis 5.8.3',
  'other-partition': 'layered-cookies, Retrieve Cookies; CHIPS',
  'other-jar': 'browser; 6265bis 7.1',
  'third-party-withheld': 'browser; 6265bis 7.1',
  'redirected-across-sites': 'browser; 6265bis 5.2.1',
  'samesite-strict': '6265bis 5.8.3, 5.6.7.1',
  'samesite-lax': '6265bis 5.8.3, 5.6.7.1',
  'lax-unsafe-method': '6265bis 5.8.3, 5.6.7.1',
  'lax-post-late': '6265bis 5.6.7.2',
} as const

export type SettingRule = keyof typeof SETTING_RULES
export type SendingRule = keyof typeof SENDING_RULES
export type RuleCode = SettingRule | SendingRule
