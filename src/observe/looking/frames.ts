import type { RecordedFrame } from '../collect/page-record.ts'
import { MOST_FRAMES } from './limits.ts'
import type { LookedFrame } from './looking.ts'

interface KnownFrame {
  readonly parent: string | null
  readonly url: string
  /** The page of the DevTools protocol that it is spoken to through. */
  readonly session: string
}

/** The documents there are, by the browser's own ids: told by its events. */
export class Frames {
  private readonly known = new Map<string, KnownFrame>()

  attached(id: string, parent: string | null, session: string): void {
    if (this.known.size < 10 * MOST_FRAMES) this.known.set(id, { parent, url: '', session })
  }

  /** A new document in its place: what stood in the old one is gone with it. */
  navigated(id: string, parent: string | null, url: string, session: string): void {
    for (const inner of this.within(id)) if (inner.id !== id) this.known.delete(inner.id)
    this.moved(id, parent, url, session)
  }

  /** The same document at another address. */
  moved(id: string, parent: string | null, url: string, session: string): void {
    this.known.set(id, { parent: parent ?? this.known.get(id)?.parent ?? null, url, session })
  }

  detached(id: string): void {
    this.known.delete(id)
  }

  /** The document itself; `url` where it is still on its way. */
  frame(id: string, url?: string): RecordedFrame {
    const ancestors: string[] = []
    const found = this.known.get(id)
    for (let at = found?.parent; at != null && ancestors.length < 50; at = this.known.get(at)?.parent)
      ancestors.push(this.known.get(at)?.url ?? '')
    return { url: url ?? found?.url ?? '', ancestors }
  }

  url(id: string): string {
    return this.known.get(id)?.url ?? ''
  }

  parent(id: string): string | null {
    return this.known.get(id)?.parent ?? null
  }

  /** The page `top` and every document in it. */
  within(
    top: string,
  ): { readonly id: string; readonly url: string; readonly parent: string | null; readonly session: string }[] {
    const belongs = (id: string): boolean => {
      let at: string | null | undefined = id
      for (let depth = 0; at != null && depth < 50; depth++) {
        if (at === top) return true
        at = this.known.get(at)?.parent
      }
      return false
    }
    return [...this.known].filter(([id]) => belongs(id)).map(([id, frame]) => ({ id, ...frame }))
  }

  /** The same, as they are told. */
  looked(top: string): LookedFrame[] {
    return this.within(top).map(({ id, url, parent }) => ({ id, url, parent }))
  }

  forget(session: string): void {
    for (const [id, frame] of this.known) if (frame.session === session) this.known.delete(id)
  }
}
