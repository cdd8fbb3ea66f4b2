import type {
  ChoiceObservation,
  CookieObservation,
  FormFieldObservation,
  Observation,
  PolicyHeaderObservation,
  PublishedFileObservation,
  RequestObservation,
  SiteObservation,
  StorageObservation,
} from '../../src/model/index.ts'

export const SITE = 'https://shop.example/'

const WHERE = { state: 'before', engine: 'chromium', page: SITE } as const
const FRAMED = { ...WHERE, frame: null, at: 100 } as const

/** The site's own cookie, set by its page's response; as it is changed. */
export const cookieSeen = (change: Partial<CookieObservation> = {}): CookieObservation => ({
  ...FRAMED,
  kind: 'cookie',
  name: 'basket',
  host: 'shop.example',
  hostOnly: true,
  path: '/',
  party: 'first',
  via: 'header',
  source: SITE,
  line: null,
  column: null,
  lifetime: 30,
  secure: true,
  httpOnly: true,
  sameSite: 'Lax',
  partitioned: false,
  partition: null,
  fate: 'kept',
  because: [],
  earlier: false,
  value: null,
  written: null,
  setting: null,
  ...change,
})

export const storageSeen = (change: Partial<StorageObservation> = {}): StorageObservation => ({
  ...FRAMED,
  kind: 'storage',
  area: 'local',
  origin: 'https://shop.example',
  party: 'first',
  key: 'theme',
  value: null,
  source: null,
  earlier: false,
  ...change,
})

/** A script of another site. */
export const requestSeen = (change: Partial<RequestObservation> = {}): RequestObservation => ({
  ...FRAMED,
  kind: 'request',
  url: 'https://ads.example/tag.js',
  host: 'ads.example',
  party: 'third',
  type: 'script',
  method: 'GET',
  status: 200,
  pixel: false,
  identifiers: [],
  carried: [],
  cookies: [],
  source: null,
  ...change,
})

export const fieldSeen = (change: Partial<FormFieldObservation> = {}): FormFieldObservation => ({
  ...WHERE,
  kind: 'form-field',
  frame: null,
  name: 'email',
  type: 'email',
  autocomplete: null,
  label: 'E-mail',
  asks: null,
  categories: ['online'],
  required: true,
  visible: true,
  action: SITE,
  method: 'post',
  ...change,
})

export const headerSeen = (change: Partial<PolicyHeaderObservation> = {}): PolicyHeaderObservation => ({
  ...FRAMED,
  kind: 'policy-header',
  name: 'p3p',
  value: '',
  url: SITE,
  host: 'shop.example',
  party: 'first',
  cookies: 1,
  ...change,
})

export const fileSeen = (change: Partial<PublishedFileObservation> = {}): PublishedFileObservation => ({
  ...WHERE,
  kind: 'published-file',
  path: '/policy.json',
  url: 'https://shop.example/policy.json',
  status: 200,
  contentType: 'application/json',
  sha256: '0'.repeat(64),
  text: '{}',
  ...change,
})

export const choiceSeen = (change: Partial<ChoiceObservation> = {}): ChoiceObservation => ({
  ...WHERE,
  kind: 'choice',
  act: 'accept',
  by: 'finder',
  notice: 'Cookies',
  pressed: ['Accept all'],
  effect: 'proven',
  signs: ['notice-gone'],
  ...change,
})

/** A site looked at in every state, in which these things were seen. */
export const siteSeen = (
  observations: readonly Observation[],
  change: Partial<SiteObservation> = {},
): SiteObservation => ({
  url: SITE,
  began: '2026-11-22T12:00:00.000Z',
  ended: '2026-11-22T12:01:00.000Z',
  pages: [SITE],
  states: { before: 'seen', accepted: 'seen', refused: 'seen', withdrawn: 'seen', gpc: 'seen', robot: 'seen' },
  engines: [{ engine: 'chromium', version: '140.0' }],
  observations,
  shots: [],
  ...change,
})
