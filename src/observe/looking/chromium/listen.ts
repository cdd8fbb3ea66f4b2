import type { JsonRpc } from '../../drivers/json-rpc.ts'
import { downloadGap } from '../ending.ts'
import type { Frames } from '../frames.ts'
import type { Happenings } from '../happenings.ts'
import { type Handlers, handler } from './handlers.ts'
import type { Network } from './network.ts'
import { storageHandlers } from './storage-events.ts'
import type { Attached, Tabs } from './tabs.ts'
import type { Worlds } from './worlds.ts'

/** What the events are told to. */
export interface Recorders {
  readonly tabs: Tabs
  readonly frames: Frames
  readonly worlds: Worlds
  readonly network: Network
  readonly happenings: Happenings
}

interface NavigatedFrame {
  readonly id: string
  readonly parentId?: string
  readonly url: string
}

/** Pages, the documents in them, and what opens from them. */
const documentHandlers = ({ tabs, frames, happenings }: Recorders): Handlers => ({
  'Target.attachedToTarget': handler<Attached>((event, parent) => {
    if (tabs.attached(event, parent) !== 'page') happenings.gap('page', 'popup', event.targetInfo.url || null)
  }),
  'Target.detachedFromTarget': handler<{ sessionId: string }>(({ sessionId }) => {
    if (sessionId === tabs.main?.session) happenings.crashed = true
    frames.forget(sessionId)
    tabs.detached(sessionId)
  }),
  'Page.frameAttached': handler<{ frameId: string; parentFrameId: string }>((event, session) =>
    frames.attached(event.frameId, event.parentFrameId, session),
  ),
  'Page.frameNavigated': handler<{ frame: NavigatedFrame }>(({ frame }, session) =>
    frames.navigated(frame.id, frame.parentId ?? null, frame.url, session),
  ),
  'Page.navigatedWithinDocument': handler<{ frameId: string; url: string }>(({ frameId, url }, session) =>
    frames.moved(frameId, null, url, session),
  ),
  'Page.frameDetached': handler<{ frameId: string; reason?: string }>(({ frameId, reason }) => {
    if (reason !== 'swap') frames.detached(frameId)
  }),
  'Page.frameStartedLoading': handler<{ frameId: string }>(({ frameId }) => {
    if (frameId === tabs.main?.target) happenings.loaded = false
  }),
  'Page.frameStoppedLoading': handler<{ frameId: string }>(({ frameId }) => {
    if (frameId === tabs.main?.target) happenings.loaded = true
  }),
  'Inspector.targetCrashed': handler<object>((_, session) => {
    if (session === tabs.main?.session) happenings.crashed = true
  }),
  'Browser.downloadWillBegin': handler<{ url: string }>(({ url }) => happenings.add(downloadGap(url))),
})

/** What scripts do. */
const scriptHandlers = (rpc: JsonRpc, { tabs, frames, worlds, network, happenings }: Recorders): Handlers => ({
  'Page.javascriptDialogOpening': handler<{ type: string; message: string }>(({ type, message }, session) => {
    const order = (method: string, params: object) => void rpc.call(method, params, session).catch(() => {})
    const isLeaving = type === 'beforeunload'
    // A page that asks without end would never do anything else: it ends with the answer.
    if (!isLeaving && !happenings.dialog(type, message)) order('Runtime.terminateExecution', {})
    order('Page.handleJavaScriptDialog', { accept: isLeaving })
  }),
  'Runtime.executionContextCreated': handler<Parameters<Worlds['created']>[0]>((event, session) =>
    worlds.created(event, session),
  ),
  'Runtime.executionContextDestroyed': handler<{ executionContextId: number }>((event, session) =>
    worlds.destroyed(event.executionContextId, session),
  ),
  'Runtime.executionContextsCleared': handler<object>((_, session) => worlds.cleared(session)),
  'Runtime.bindingCalled': handler<{ name: string; payload: string; executionContextId: number }>((event, session) => {
    if (event.name !== tabs.binding) return
    const frame = worlds.frameOf(event.executionContextId, session)
    happenings.said(event.payload, frame === null ? null : frames.frame(frame), network.now())
  }),
})

const networkHandlers = ({ tabs, network, happenings }: Recorders): Handlers => ({
  'Network.requestWillBeSent': handler<Parameters<Network['asked']>[0]>((event, session) => {
    const tab = tabs.tab(session)
    if (tab === undefined || event.request.url.startsWith('data:')) return
    if (event.type === 'Document' && event.frameId === tabs.main?.target) happenings.documents++
    network.asked(event, tab)
  }),
  'Network.requestWillBeSentExtraInfo': handler<Parameters<Network['sent']>[0]>(event => network.sent(event)),
  'Network.responseReceivedExtraInfo': handler<Parameters<Network['received']>[0]>(event => network.received(event)),
  'Network.responseReceived': handler<Parameters<Network['answered']>[0]>(event => network.answered(event)),
  'Network.dataReceived': handler<{ requestId: string; dataLength: number }>(({ requestId, dataLength }) =>
    network.data(requestId, dataLength),
  ),
  'Network.loadingFinished': handler<{ requestId: string }>(({ requestId }) => network.done(requestId)),
  'Network.loadingFailed': handler<{ requestId: string }>(({ requestId }) => network.done(requestId)),
  'Network.webSocketCreated': handler<{ requestId: string; url: string; initiator?: never }>(
    ({ requestId, url, initiator }, session) => {
      const { main } = tabs
      network.socket(requestId, url, initiator, main?.session === session ? main.target : '')
    },
  ),
})

/** Tells every event that is minded to whom it may concern. */
export function listen(rpc: JsonRpc, recorders: Recorders): void {
  const all: Handlers = {
    ...documentHandlers(recorders),
    ...scriptHandlers(rpc, recorders),
    ...networkHandlers(recorders),
    ...storageHandlers(recorders.happenings),
  }
  rpc.listen(({ method, params, sessionId = '' }) => {
    // What is left of a page that was closed concerns nobody.
    if (method.startsWith('Network.') && recorders.tabs.tab(sessionId) === undefined) return
    if (Object.hasOwn(all, method)) all[method]?.(params, sessionId)
  })
}
