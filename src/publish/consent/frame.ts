import { attributes } from '../html/escape.ts'
import { directionOf } from '../words/format.ts'
import { CONSENT_STYLE } from './style.ts'
import type { ConsentView } from './view.ts'

export interface FrameParts {
  /** What the script is to know, as JSON. */
  readonly state: string
  /** The script itself, or where it stands. */
  readonly script: { readonly text: string } | { readonly src: string }
  readonly nonce: string | null
}

export interface Frame {
  readonly before: string
  readonly after: string
}

/**
 * What goes into a page of any site, around its words: style, state and script in one element, so that nothing more is fetched
 * and nothing shows before it looks as it should. The status says to those who hear the page what the others see.
 */
export function frameOf({ language }: ConsentView, { state, script, nonce }: FrameParts): Frame {
  const root = attributes({ id: 'candor-ui', lang: language, dir: directionOf(language), 'data-state': state })
  const once = attributes({ nonce })
  const scriptHtml =
    'text' in script
      ? `<script${once}>${script.text}</script>`
      : `<script${attributes({ src: script.src, defer: '' })}${once}></script>`
  return {
    before: `<div${root}><style${once}>${CONSENT_STYLE}</style>`,
    after: `<p id="candor-status" role="status"></p>${scriptHtml}</div>`,
  }
}
