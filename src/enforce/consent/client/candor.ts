import type { ChoiceAnswer, ClientState } from '../client-state.ts'
import { afterPaint, nextTask } from './after-paint.ts'
import { clearStorage } from './clear-storage.ts'
import { tellConsentMode } from './consent-mode.ts'
import { isAnyAwake, wake } from './wake.ts'

export interface Change {
  readonly state: ClientState
  /** The practices that are now allowed and were not, or the other way round. */
  readonly changed: readonly string[]
}

type Listener = (change: Change) => void

type Decisions = Readonly<Record<string, boolean>>

/** What the pages of a site can use, as `window.candor`. */
export interface Candor {
  readonly state: ClientState
  /** Gives back what stops the listening. */
  on(event: 'change', listener: Listener): () => void
  /** Sends decisions that the visitor made in the site's own words: `{ statistics: true }`. */
  choose(decisions: Decisions): Promise<boolean>
  /** Looks once more for what waits: after a page has put in something new. */
  wake(): Promise<void>
}

/** The same, for the notice: which sends what was filled in and hears what to say. */
export interface Inside {
  readonly candor: Candor
  send(form: URLSearchParams): Promise<string>
  /** Sends decisions that were made elsewhere than in a form of ours. */
  decide(decisions: Decisions): Promise<string>
  /** Asks how things stand now. */
  refresh(): Promise<unknown>
  /** Hears how things stand, whenever the server has said it. */
  onState: (state: ClientState) => void
}

/**
 * What runs cannot be unmade: where something in the page belongs to a practice that is no longer allowed, the page begins
 * anew, unless one of its listeners says that it has seen to it.
 */
function restartAfter(change: Change): void {
  const isLost = (practice: string) =>
    change.changed.includes(practice) && change.state.practices[practice]?.allowed === false
  const told = document.dispatchEvent(new CustomEvent('candor:change', { detail: change, cancelable: true }))
  if (told && isAnyAwake(isLost)) location.reload()
}

/** What waits is sent then all the same: nobody is there any more to do it later. */
const leaving = (): Promise<unknown> => new Promise(resolve => addEventListener('pagehide', resolve, { once: true }))

/** `nonce` is that of the script itself; empty where the page has none. */
export function createCandor(first: ClientState, nonce: string): Inside {
  let state = first
  let sending: Promise<unknown> | null = null
  const listeners = new Set<Listener>()
  const isAllowed = (practice: string) => state.practices[practice]?.allowed === true

  async function take(next: ClientState): Promise<void> {
    const before = state
    state = next
    inside.onState(next)
    const changed = Object.keys(next.practices).filter(
      practice => before.practices[practice]?.allowed !== next.practices[practice]?.allowed,
    )
    await clearStorage(next.clear)
    if (changed.length === 0) return
    tellConsentMode(next, 'update')
    await afterPaint()
    for (const listener of listeners) {
      await nextTask()
      try {
        listener({ state, changed })
      } catch (error) {
        reportError(error)
      }
    }
    restartAfter({ state, changed })
    await wake(isAllowed, nonce)
  }

  async function ask<Answer extends { readonly state: ClientState }>(body: URLSearchParams | null): Promise<Answer> {
    const answer = await fetch(`${state.base}/choices`, {
      method: body === null ? 'GET' : 'POST',
      headers: { Accept: 'application/json' },
      body,
      // Who leaves the page at once has answered all the same.
      keepalive: true,
    })
    if (!answer.ok) throw new Error(`${answer.status}`)
    return answer.json()
  }

  async function sendAfter(before: Promise<unknown> | null, form: URLSearchParams): Promise<string> {
    if (before !== null) await Promise.race([before, leaving()])
    const { state: next, said } = await ask<ChoiceAnswer>(form)
    void take(next)
    return said
  }

  /** One after the other: of two on their way at once the older could be answered last, and its cookie be what is kept. */
  function send(form: URLSearchParams): Promise<string> {
    const sent = sendAfter(sending, form)
    sending = sent.catch(() => {})
    return sent
  }

  async function refresh(): Promise<void> {
    const before = sending
    await before
    const { state: next } = await ask(null)
    // What was sent meanwhile tells it better.
    if (sending === before) void take(next)
  }

  function decide(decisions: Decisions): Promise<string> {
    const form = new URLSearchParams({ choice: 'save', how: 'api', language: state.language })
    for (const [practice, allow] of Object.entries(decisions)) {
      form.append('asked', `${practice}:${state.practices[practice]?.digest}`)
      if (allow) form.append('allow', practice)
    }
    return send(form)
  }

  const candor: Candor = {
    get state() {
      return state
    },
    on: (_, listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    choose: decisions =>
      decide(decisions).then(
        () => true,
        () => false,
      ),
    wake: () => wake(isAllowed, nonce),
  }

  const inside: Inside = { candor, send, decide, refresh, onState: () => {} }
  tellConsentMode(state, 'default')
  void clearStorage(state.clear)
  return inside
}
