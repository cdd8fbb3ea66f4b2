import type { BrowserId, BrowserProfile } from '../../cookies/profile.ts'
import { brave } from './brave.ts'
import { chrome } from './chrome.ts'
import { chromeIncognito } from './chrome-incognito.ts'
import { chromiumDebian } from './chromium-debian.ts'
import { edge } from './edge.ts'
import { firefox } from './firefox.ts'
import { firefoxPrivate } from './firefox-private.ts'
import { firefoxStrict } from './firefox-strict.ts'
import { safari } from './safari.ts'
import { webkitgtk } from './webkitgtk.ts'
import { webkitgtkItp } from './webkitgtk-itp.ts'

/** Every browser and mode there is an answer for, in the order tables show them. */
export const BROWSERS: Readonly<Record<BrowserId, BrowserProfile>> = {
  chrome,
  'chrome-incognito': chromeIncognito,
  'chromium-debian': chromiumDebian,
  edge,
  firefox,
  'firefox-strict': firefoxStrict,
  'firefox-private': firefoxPrivate,
  safari,
  brave,
  webkitgtk,
  'webkitgtk-itp': webkitgtkItp,
}
