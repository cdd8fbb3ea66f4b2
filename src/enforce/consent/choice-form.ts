/** What was filled in: by a visitor's browser, or by anyone. */
export interface ChoiceForm {
  readonly choice: 'accept' | 'refuse' | 'save'
  /** What the visitor was asked, in the form it had then; null where the form does not say. */
  readonly asked: ReadonlyMap<string, string> | null
  readonly allow: ReadonlySet<string>
  readonly how: 'button' | 'form' | 'api'
  /** The first digits of the hash of the policy that was shown. */
  readonly policy: string | null
  readonly language: string | null
  readonly back: string | null
}

/** Several times what the longest declaration's form has. */
const MOST_BYTES = 64 * 1024
const MOST_FIELDS = 1000

const ASKED = /^([a-z][a-z0-9-]{0,63}):([0-9a-f]{8})$/

/** The body as text; null where it is longer than any form of ours. */
async function boundedText(request: Request): Promise<string | null> {
  if (request.body === null) return ''
  const decoder = new TextDecoder()
  const reader = request.body.getReader()
  let text = ''
  let bytes = 0
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    bytes += piece.value.length
    if (bytes > MOST_BYTES) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(piece.value, { stream: true })
  }
  return text + decoder.decode()
}

function askedIn(values: readonly string[]): ReadonlyMap<string, string> | null {
  if (values.length === 0) return null
  const asked = new Map<string, string>()
  for (const value of values) {
    const [, practice, digest] = ASKED.exec(value) ?? []
    if (practice !== undefined && digest !== undefined) asked.set(practice, digest)
  }
  return asked
}

/** Reads what a form sends; null for what is none of ours. */
export async function readChoiceForm(request: Request): Promise<ChoiceForm | null> {
  const [type = ''] = (request.headers.get('Content-Type') ?? '').toLowerCase().split(';')
  if (type.trim() !== 'application/x-www-form-urlencoded') return null
  const text = await boundedText(request)
  if (text === null || text.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) return null
  const fields = new URLSearchParams(text)
  const choice = fields.get('choice')
  if (choice !== 'accept' && choice !== 'refuse' && choice !== 'save') return null
  const asked = askedIn(fields.getAll('asked'))
  // Who is asked nothing and saves it has decided nothing.
  if (choice === 'save' && asked === null) return null
  const how = fields.get('how')
  return {
    choice,
    asked,
    allow: new Set(fields.getAll('allow')),
    how: how === 'button' || how === 'api' ? how : 'form',
    policy: fields.get('policy'),
    language: fields.get('language'),
    back: fields.get('return'),
  }
}
