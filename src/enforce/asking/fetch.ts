import type { Consent } from '../consent/consent.ts'
import type { Fetch } from '../head/keep-response.ts'

/** Answers what visitors choose; all else goes on to the handler. */
export const withConsent =
  <Rest extends readonly unknown[]>(consent: Consent, handler: Fetch<Rest>): Fetch<Rest> =>
  async (request, ...rest) =>
    (await consent.routes(request)) ?? handler(request, ...rest)
