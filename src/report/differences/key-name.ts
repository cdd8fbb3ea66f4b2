/** Names by which servers know again who is logged in. */
const KEY_NAME =
  /(?:^|[^a-z])(?:s(?:ess(?:ion)?)?[-_.]?id|sess(?:ion)?|php-?sessid|jsessionid|asp\.net_sessionid|aspsessionid[a-z]*|cfid|cftoken|auth(?:n|orization|entication)?|jwt|token|access[-_]?token|refresh[-_]?token|id[-_]?token|remember(?:[-_]?me)?|login|logged[-_]?in|sso|sid)(?:$|[^a-z])/i

/** Tokens against forged requests are there to be read by the page's own script; choices and counts are no keys. */
const NO_KEY = /csrf|xsrf|consent|locale|lang|theme|count|analytics|visit|track/i

/** camelCase and letters grown together, taken apart: `sessionId`, `userToken`. */
const words = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2')

/** Whether a name says that nobody is logged in by it. */
export const isNoKeyName = (name: string): boolean => NO_KEY.test(name)

/** Whether a name looks like that of a key to a session. */
export const isKeyName = (name: string): boolean => !isNoKeyName(name) && KEY_NAME.test(words(name))
