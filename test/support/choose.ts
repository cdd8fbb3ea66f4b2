import { CHOICE_COOKIE, decodeChoice } from '../../src/codec/choice/index.ts'
import type { StandingChoice } from '../../src/model/index.ts'

/** The choice that an answer puts into the visitor's cookie; null where it sets none. */
export function choiceIn(response: Response): { readonly cookie: string; readonly choice: StandingChoice } | null {
  const line = response.headers.getSetCookie().find(each => each.startsWith(`${CHOICE_COOKIE}=`))
  const cookie = line?.split(';')[0]
  const choice = cookie === undefined ? null : decodeChoice(cookie.slice(CHOICE_COOKIE.length + 1))
  return cookie === undefined || choice === null ? null : { cookie, choice }
}

/** Chooses as the form of the notice does, without a script: by a form that was filled in, or by the button alone. */
export async function choose(url: string, form: 'accept' | 'refuse' | URLSearchParams, cookie?: string) {
  const response = await fetch(new URL('candor/choices', url), {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', ...(cookie === undefined ? {} : { Cookie: cookie }) },
    body: typeof form === 'string' ? new URLSearchParams({ choice: form, return: '/' }) : form,
    redirect: 'manual',
  })
  const made = choiceIn(response)
  if (made === null) throw new Error(`no choice in an answer with status ${response.status}`)
  return made
}
