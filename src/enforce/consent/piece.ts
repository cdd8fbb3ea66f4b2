import type { Language } from '../../messages/index.ts'
import {
  barFor,
  CONSENT_STYLE,
  type ConsentView,
  type ForPath,
  frameHtml,
  hashSource,
  reopenerHtml,
} from '../../publish/consent/index.ts'
import type { Visitor } from '../door/door.ts'
import { clientState } from './client-state.ts'
import type { Piece, PieceOptions, PieceSources } from './consent.ts'
import { type Asking, viewFor } from './consent-options.ts'
import { returnPath } from './return-path.ts'
import { NOTICE_SCRIPT, NOTICE_SCRIPT_NAME } from './scripts.ts'

/** Hashes of what is always the same, worked out once. */
const STYLE_SOURCE = hashSource(CONSENT_STYLE)
const SCRIPT_SOURCE = hashSource(NOTICE_SCRIPT)

function sourcesFor({ base, script }: Asking, { url, nonce }: PieceOptions): PieceSources {
  const at = (path: string) => new URL(`${base}/${path}`, url).href
  const byNonce = nonce === undefined ? null : [`'nonce-${nonce}'`]
  const byContent = script === 'inline' ? SCRIPT_SOURCE : at(NOTICE_SCRIPT_NAME)
  return {
    script: byNonce ?? [byContent],
    style: byNonce ?? [STYLE_SOURCE],
    connect: [at('choices')],
    form: [at('choices')],
  }
}

type Bars = Map<Language, ForPath>

/** Writes the notice once for all who see the same: to visitors who chose alike the door gives the same standing. */
function createBars() {
  const bars = new WeakMap<ConsentView['standing'], Bars>()
  return (view: ConsentView): string => {
    const written: Bars = bars.get(view.standing) ?? new Map()
    const bar = written.get(view.language) ?? barFor(view)
    bars.set(view.standing, written.set(view.language, bar))
    return bar(view.back)
  }
}

/** Pieces of pages: the notice where it has something to ask, and always the way back to the choices. */
export function createPieces(asking: Asking) {
  const barHtml = createBars()
  return (visitor: Visitor, options: PieceOptions, isAsking: boolean): Piece => {
    const { language, url, nonce = null } = options
    const { pathname, search } = new URL(url)
    const view = viewFor(asking, visitor, { language, back: returnPath(`${pathname}${search}`) })
    const html = frameHtml(view, {
      inner: `${isAsking ? barHtml(view) : ''}${reopenerHtml(view, isAsking)}`,
      state: JSON.stringify(clientState(asking, visitor, { language, url })),
      script: asking.script === 'inline' ? { text: NOTICE_SCRIPT } : { src: `${asking.base}/${NOTICE_SCRIPT_NAME}` },
      nonce,
    })
    return { html, csp: sourcesFor(asking, options) }
  }
}
