import type { JsonRpc } from '../../drivers/json-rpc.ts'
import type { Frames } from '../frames.ts'
import type { Happenings } from '../happenings.ts'
import { heardWrite } from '../heard-write.ts'
import { MOST_DIALOGS } from '../limits.ts'
import type { Network } from './network.ts'
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

interface StorageId {
  readonly storageKey?: string
  readonly securityOrigin?: string
  readonly isLocalStorage: boolean
}

interface NavigatedFrame {
  readonly id: string
  readonly parentId?: string
  readonly url: string
  readonly urlFragment?: string
}

/** `https://shop.example/`, with what keys the partition behind. */
function originOf({ storageKey, securityOrigin }: StorageId): string {
  const [key = ''] = (storageKey ?? securityOrigin ?? '').split('^')
  return URL.canParse(key) ? new URL(key).origin : key
}

const areaOf = ({ isLocalStorage }: StorageId) => (isLocalStorage ? 'local' : 'session')

type Handler = (params: never, session: string) => void

const handler = <P>(handle: (params: P, session: string) => void): Handler => handle as Handler

/** Every event that is minded, by the protocol's name. */
function handlers(
  rpc: JsonRpc,
  { tabs, frames, worlds, network, happenings }: Recorders,
): Readonly<Record<string, Handler>> {
  const order = (method: string, params: object, session: string) =>
    void rpc.call(method, params, session).catch(() => {})
  return {
    'Target.attachedToTarget': handler<Attached>((event, parent) => {
      const popups = tabs.popups.length
      if (!tabs.attached(event, parent)) happenings.gap('page', 'popup', event.targetInfo.url || null)
      else if (tabs.popups.length > popups) happenings.gap('page', 'popup', event.targetInfo.url || null)
    }),
    'Target.detachedFromTarget': handler<{ sessionId: string }>(({ sessionId }) => {
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
    'Page.javascriptDialogOpening': handler<{ type: string; message: string }>(({ type, message }, session) => {
      const leaving = type === 'beforeunload'
      if (!leaving && happenings.dialogs++ === 0) happenings.gap('page', 'dialog', `${type}: ${message.slice(0, 200)}`)
      order('Page.handleJavaScriptDialog', { accept: leaving }, session)
      // A page that asks without end would never do anything else.
      if (happenings.dialogs > MOST_DIALOGS) order('Runtime.terminateExecution', {}, session)
    }),
    'Inspector.targetCrashed': handler<object>((_, session) => {
      if (session === tabs.main?.session) happenings.crashed = true
    }),
    'Browser.downloadWillBegin': handler<{ url: string }>(({ url }) =>
      happenings.gap('page', 'download', url.slice(0, 500)),
    ),
    'Runtime.executionContextCreated': handler<Parameters<Worlds['created']>[0]>((event, session) =>
      worlds.created(event, session),
    ),
    'Runtime.executionContextDestroyed': handler<{ executionContextId: number }>((event, session) =>
      worlds.destroyed(event.executionContextId, session),
    ),
    'Runtime.executionContextsCleared': handler<object>((_, session) => worlds.cleared(session)),
    'Runtime.bindingCalled': handler<{ name: string; payload: string; executionContextId: number }>(
      (event, session) => {
        if (event.name !== tabs.binding) return
        const heard = heardWrite(event.payload)
        if (heard === 'more') return happenings.lose()
        if (heard === 'closed-root') return void happenings.closedRoots++
        const frame = worlds.frameOf(event.executionContextId, session)
        if (heard === null || frame === null) return
        happenings.write({ ...heard, frame: frames.frame(frame), at: network.now() })
      },
    ),
    'DOMStorage.domStorageItemAdded': handler<{ storageId: StorageId; key: string; newValue: string }>(
      ({ storageId, key, newValue }) =>
        happenings.keep({ area: areaOf(storageId), origin: originOf(storageId), key, value: newValue }),
    ),
    'DOMStorage.domStorageItemUpdated': handler<{ storageId: StorageId; key: string; newValue: string }>(
      ({ storageId, key, newValue }) =>
        happenings.keep({ area: areaOf(storageId), origin: originOf(storageId), key, value: newValue }),
    ),
    'DOMStorage.domStorageItemRemoved': handler<{ storageId: StorageId; key: string }>(({ storageId, key }) =>
      happenings.unkeep(areaOf(storageId), originOf(storageId), key),
    ),
    'DOMStorage.domStorageItemsCleared': handler<{ storageId: StorageId }>(({ storageId }) =>
      happenings.unkeep(areaOf(storageId), originOf(storageId), null),
    ),
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
    'Network.webSocketCreated': handler<{ requestId: string; url: string; initiator?: never }>((event, session) =>
      network.socket(
        event.requestId,
        event.url,
        event.initiator,
        tabs.page().session === session ? tabs.page().target : '',
      ),
    ),
  }
}

/** Tells every event that is minded to whom it may concern. */
export function listen(rpc: JsonRpc, recorders: Recorders): void {
  const all = handlers(rpc, recorders)
  rpc.listen(({ method, params, sessionId }) => {
    if (Object.hasOwn(all, method)) all[method]?.(params, sessionId ?? '')
  })
}
