import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { BrowserFault } from '../drivers/driver.ts'
import type { Looking } from '../looking/looking.ts'

/** What autoconsent needs of its rules; the rest of each goes through as it is. */
interface Rule {
  readonly name: string
  readonly runContext?: { readonly urlPattern?: string }
}

interface Autoconsent {
  readonly script: string
  readonly rules: readonly Rule[]
}

let loaded: Promise<Autoconsent | null> | undefined

/** The package is there or not, as with all that is optional. It is other people's work (MPL 2.0), used as it comes. */
async function load(): Promise<Autoconsent | null> {
  const find = createRequire(import.meta.url).resolve
  try {
    const [script, rules] = await Promise.all([
      readFile(join(dirname(find('@duckduckgo/autoconsent')), 'autoconsent.playwright.js'), 'utf8'),
      readFile(find('@duckduckgo/autoconsent/rules/rules.json'), 'utf8'),
    ])
    return { script, rules: (JSON.parse(rules) as { readonly autoconsent: readonly Rule[] }).autoconsent }
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['MODULE_NOT_FOUND', 'ENOENT'].includes(String(error.code)))
      return null
    throw error
  }
}

/** Rules for one site are only sent to that site's documents. */
function concerns({ runContext }: Rule, url: string): boolean {
  try {
    return runContext?.urlPattern === undefined || new RegExp(runContext.urlPattern).test(url)
  } catch {
    return false
  }
}

/** What the script tells of; there is more that we need not know. */
type Message =
  | { readonly type: 'cmpDetected' | 'popupFound'; readonly cmp: string }
  | { readonly type: 'optInResult' | 'optOutResult'; readonly cmp: string; readonly result: boolean }
  | { readonly type: 'eval'; readonly id: string; readonly code: string }
  | { readonly type: 'report'; readonly state: { readonly lifecycle: string } }

const CONFIG = {
  enabled: true,
  disabledCmps: [],
  enablePrehide: false,
  // These only hide what they find: nothing is chosen.
  enableCosmeticRules: false,
  enableGeneratedRules: true,
  enableHeuristicDetection: false,
  detectRetries: 1,
  isMainWorld: false,
}

const answer = (message: unknown): string => `void autoconsentReceiveMessage(${JSON.stringify(message)})`

/** The script sends each message to a box, which is emptied from here. */
const beginning = ({ script, rules }: Autoconsent, autoAction: string, url: string): string =>
  `globalThis.autoconsentBox = []; globalThis.autoconsentSendMessage = async message => { autoconsentBox.push(message) };
${script};
${answer({ type: 'initResp', config: { ...CONFIG, autoAction }, rules: { autoconsent: rules.filter(rule => concerns(rule, url)) } })}`

/** Null: another document stands there now. */
const EMPTY = 'globalThis.autoconsentBox?.splice(0) ?? null'

/** How long a known notice may take to show, and to be answered. */
const SECONDS = { find: 2, show: 4, answer: 12 }
const BETWEEN_MS = 150
const MOST_FRAMES = 12

class Conversation {
  readonly #looking: Looking
  readonly #open = new Set<string>()
  /** What is asked by, as soon as that is known. */
  detected: string | null = null
  shown: string | null = null
  idle = 0
  result: boolean | null = null

  constructor(looking: Looking) {
    this.#looking = looking
  }

  async begin(autoconsent: Autoconsent, action: string): Promise<void> {
    for (const { id, url } of (await this.#looking.frames()).slice(0, MOST_FRAMES)) {
      if (await this.#tell(id, beginning(autoconsent, action, url))) this.#open.add(id)
    }
  }

  /** Nothing more will come. */
  get isOver(): boolean {
    return this.result !== null || this.#open.size === 0 || this.idle >= this.#open.size
  }

  async listen(): Promise<void> {
    for (const frame of this.#open) {
      for (const message of await this.#take(frame)) await this.#hear(frame, message)
    }
  }

  async #hear(frame: string, message: Message): Promise<void> {
    if (message.type === 'cmpDetected') this.detected = message.cmp
    if (message.type === 'popupFound') this.shown = message.cmp
    if (message.type === 'report' && message.state.lifecycle === 'nothingDetected') this.idle++
    if (message.type === 'optInResult' || message.type === 'optOutResult') this.result = message.result
    if (message.type === 'eval') {
      const result = await this.#evaluateInPage(frame, message.code)
      await this.#tell(frame, answer({ type: 'evalResp', id: message.id, result }))
    }
  }

  async #evaluateInPage(frame: string, code: string): Promise<unknown> {
    try {
      return await this.#looking.evaluate(code, { frame, world: 'page' })
    } catch (error) {
      if (error instanceof BrowserFault) return false
      throw error
    }
  }

  async #take(frame: string): Promise<readonly Message[]> {
    try {
      const messages = await this.#looking.evaluate<readonly Message[] | null>(EMPTY, { frame })
      if (messages !== null) return messages
    } catch (error) {
      if (!(error instanceof BrowserFault)) throw error
    }
    this.#open.delete(frame)
    return []
  }

  async #tell(frame: string, expression: string): Promise<boolean> {
    try {
      await this.#looking.evaluate(expression, { frame })
      return true
    } catch (error) {
      if (error instanceof BrowserFault) return false
      throw error
    }
  }
}

/**
 * Lets autoconsent answer, if it knows the page's notice. The consent manager's name, or null where it does not know it
 * or could not answer. Whether the answer had effect is for the caller to see.
 */
export async function answerByRules(looking: Looking, act: 'accept' | 'refuse'): Promise<string | null> {
  loaded ??= load()
  const autoconsent = await loaded
  if (autoconsent === null) return null
  const talk = new Conversation(looking)
  await talk.begin(autoconsent, act === 'accept' ? 'optIn' : 'optOut')
  const began = Date.now()
  const patience = () =>
    (talk.shown !== null ? SECONDS.answer : talk.detected !== null ? SECONDS.show : SECONDS.find) * 1000
  while (!talk.isOver && Date.now() - began < patience()) {
    await pause(BETWEEN_MS)
    await talk.listen()
  }
  // An answer that leads to another document ends the talk before its result is told.
  return talk.result === false ? null : talk.shown
}
