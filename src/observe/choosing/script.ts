import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { State } from '../../model/index.ts'
import { BrowserFault } from '../drivers/driver.ts'
import type { Looking, VisitLimits } from '../looking/looking.ts'
import { BEGINNING_MS } from './offers.ts'

/** What a script may do with the page, as a visitor would. */
export interface ScriptTools {
  /** What is being looked at: the script runs once for each, in a fresh profile. */
  readonly state: State
  readonly visit: (url: string) => Promise<{ readonly url: string; readonly status: number | null }>
  readonly click: (selector: string) => Promise<void>
  readonly type: (selector: string, text: string) => Promise<void>
  /** Until something fits the selector and can be seen. */
  readonly waitFor: (selector: string) => Promise<void>
  readonly evaluate: (expression: string) => Promise<unknown>
}

export type SiteScript = (tools: ScriptTools) => unknown

/** The person's script is not one, or failed at what it does. */
export class ScriptFault extends Error {
  override readonly name = 'ScriptFault'
  readonly code: 'unreadable' | 'no-function' | 'not-found' | 'failed' | 'too-long'
  readonly detail: string

  constructor(code: ScriptFault['code'], detail: string) {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)

/** The file's default function. It runs in this process and may do whatever its writer may: it is trusted. */
export async function loadScript(path: string): Promise<SiteScript> {
  let module: { readonly default?: unknown }
  try {
    module = (await import(pathToFileURL(path).href)) as typeof module
  } catch (error) {
    throw new ScriptFault('unreadable', reasonOf(error))
  }
  if (typeof module.default !== 'function') throw new ScriptFault('no-function', path)
  return module.default as SiteScript
}

const SECONDS = { selector: 10, whole: 180 }

/** Does something to the first element that fits and is drawn, as soon as there is one. */
const withElement = (selector: string, act: string): string => `new Promise(resolve => {
  const until = Date.now() + 4000
  const look = () => {
    const found = [...document.querySelectorAll(${JSON.stringify(selector)})].find(one => one.getClientRects().length > 0)
    if (found) { ${act}; resolve(true) }
    else if (Date.now() > until) resolve(false)
    else setTimeout(look, 100)
  }
  look()
})`

/** So that pages that keep the value of a field for themselves hear of it too. */
const typing = (text: string): string => `{
  const text = ${JSON.stringify(text)}
  found.focus()
  const kind = found instanceof HTMLTextAreaElement ? HTMLTextAreaElement : found instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(found, text)
  found.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }))
  found.dispatchEvent(new Event('change', { bubbles: true }))
}`

function toolsFor(looking: Looking, state: State, limits: VisitLimits): ScriptTools {
  const act = async (selector: string, what: string): Promise<void> => {
    const until = Date.now() + SECONDS.selector * 1000
    while (!(await looking.evaluate<boolean>(withElement(selector, what)))) {
      if (Date.now() > until) throw new ScriptFault('not-found', selector)
    }
  }
  const settle = async (): Promise<void> => void (await looking.look(limits))
  return {
    state,
    visit: async url => {
      const { url: reached, status } = await looking.visit(url, limits)
      return { url: reached, status }
    },
    click: async selector => {
      await act(selector, 'setTimeout(() => found.click())')
      await pause(BEGINNING_MS)
      await settle()
    },
    type: (selector, text) => act(selector, typing(text)),
    waitFor: selector => act(selector, ''),
    evaluate: expression => looking.evaluate(expression, { world: 'page' }),
  }
}

/** Runs the person's script on the page. */
export async function runScript(
  script: SiteScript,
  looking: Looking,
  { state, limits }: { readonly state: State; readonly limits: VisitLimits },
): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ScriptFault('too-long', String(SECONDS.whole))), SECONDS.whole * 1000)
  })
  try {
    await Promise.race([script(toolsFor(looking, state, limits)), late])
  } catch (error) {
    throw error instanceof ScriptFault || error instanceof BrowserFault
      ? error
      : new ScriptFault('failed', reasonOf(error))
  } finally {
    clearTimeout(timer)
  }
}
