import {
  barFor,
  CONSENT_STYLE,
  type ConsentView,
  type ForPath,
  type Frame,
  frameOf,
  hashSource,
  reopenerFor,
} from '../../publish/consent/index.ts'
import type { Visitor } from '../door/door.ts'
import { clientState } from './client-state.ts'
import type { Piece, PieceOptions, PieceSources } from './consent.ts'
import { type Asking, viewFor } from './consent-options.ts'
import { returnPath } from './return-path.ts'
import { NOTICE_SCRIPT, NOTICE_SCRIPT_NAME } from './scripts.ts'

/** A site has few names and languages; whoever makes names up fills no memory. */
const MOST_LOOKS = 32

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

/** What pieces have in common on all pages of an origin, for all who chose alike and read the same language. */
interface Look {
  readonly frame: Frame
  readonly inner: ForPath
  readonly csp: PieceSources
}

function lookFor(asking: Asking, visitor: Visitor, options: PieceOptions, isAsking: boolean): Look {
  const { language, url, nonce = null } = options
  const view = viewFor(asking, visitor, { language, back: '/' })
  const reopener = reopenerFor(view, isAsking)
  const bar = isAsking ? barFor(view) : null
  return {
    frame: frameOf(view, {
      state: JSON.stringify(clientState(asking, visitor, { language, url })),
      script: asking.script === 'inline' ? { text: NOTICE_SCRIPT } : { src: `${asking.base}/${NOTICE_SCRIPT_NAME}` },
      nonce,
    }),
    inner: back => (bar === null ? '' : bar(back)) + reopener(back),
    csp: sourcesFor(asking, options),
  }
}

/** Works looks out once: to visitors who chose alike the door gives the same standing. A nonce is for one answer only. */
function createLooks(asking: Asking) {
  const kept = new WeakMap<ConsentView['standing'], Map<string, Look>>()
  return (visitor: Visitor, options: PieceOptions, origin: string, isAsking: boolean): Look => {
    if (options.nonce !== undefined) return lookFor(asking, visitor, options, isAsking)
    const looks = kept.get(visitor.standing) ?? new Map<string, Look>()
    kept.set(visitor.standing, looks)
    const key = `${options.language} ${isAsking} ${visitor.choice === null} ${origin}`
    const known = looks.get(key)
    if (known !== undefined) return known
    const look = lookFor(asking, visitor, options, isAsking)
    if (looks.size >= MOST_LOOKS) looks.clear()
    looks.set(key, look)
    return look
  }
}

/** Pieces of pages: the notice where it has something to ask, and always the way back to the choices. */
export function createPieces(asking: Asking) {
  const look = createLooks(asking)
  return (visitor: Visitor, options: PieceOptions, isAsking: boolean): Piece => {
    const { pathname, search, origin } = new URL(options.url)
    const { frame, inner, csp } = look(visitor, options, origin, isAsking)
    const own = inner(returnPath(`${pathname}${search}`))
    return { html: frame.before + own + frame.after, parts: [frame.before, own, frame.after], csp }
  }
}
