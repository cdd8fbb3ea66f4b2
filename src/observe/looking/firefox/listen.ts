import type { RecordedGap } from '../../collect/page-record.ts'
import type { JsonRpc } from '../../drivers/json-rpc.ts'
import { downloadGap, type FailureWords, failureGap } from '../ending.ts'
import type { Frames } from '../frames.ts'
import type { Happenings } from '../happenings.ts'
import { MOST_POPUPS } from '../limits.ts'
import type { Network } from './network.ts'
import type { NetworkEvent } from './read-events.ts'

export const CHANNEL = 'candor'

export const EVENTS = [
  'network.beforeRequestSent',
  'network.responseCompleted',
  'network.fetchError',
  'browsingContext',
  'script.message',
]

export const FAILURES: FailureWords = [
  [/CERT|SEC_ERROR|SSL/, 'certificate', 'network'],
  [/REDIRECT/, 'page', 'too-many-redirects'],
  [/took too long/, 'page', 'too-long'],
  [/BINDING_ABORTED/, 'page', 'not-a-page'],
]

/** The page that is looked at, and what is recorded of it. */
export interface Recorders {
  page: string
  /** Where it is; where it last was, if it is gone. */
  address: string
  readonly popups: Set<string>
  /** The navigation that counts: the last that began. */
  navigation: string | null
  /** Whether a page came since one was asked for. */
  came: boolean
  /** Why none came. */
  failure: RecordedGap | null
  readonly frames: Frames
  readonly network: Network
  readonly happenings: Happenings
}

interface Context {
  readonly context: string
  readonly navigation?: string | null
  readonly parent?: string | null
  readonly url: string
}

type Handler = (params: never) => void

const handler = <P>(handle: (params: P) => void): Handler => handle as Handler

function handlers(rpc: JsonRpc, it: Recorders): Readonly<Record<string, Handler>> {
  const { frames, network, happenings, popups } = it
  const moved = handler<Context>(({ context, url }) => {
    if (context === it.page) it.address = url
    frames.moved(context, null, url, '')
  })
  return {
    'network.beforeRequestSent': handler<NetworkEvent>(event => {
      if (event.request.url.startsWith('data:')) return
      network.asked(event)
      if (event.navigation !== null && event.context === it.page) happenings.documents++
    }),
    'network.responseCompleted': handler<NetworkEvent>(event => network.answered(event)),
    'network.fetchError': handler<NetworkEvent>(event => network.failed(event)),
    'browsingContext.contextCreated': handler<Context>(({ context, parent, url }) => {
      frames.attached(context, parent ?? null, '')
      frames.moved(context, parent ?? null, url, '')
      if (parent != null || context === it.page || it.page === '') return
      happenings.gap('page', 'popup', url || null)
      if (popups.size < MOST_POPUPS) popups.add(context)
      else void rpc.call('browsingContext.close', { context }).catch(() => {})
    }),
    'browsingContext.contextDestroyed': handler<Context>(({ context }) => {
      frames.detached(context)
      popups.delete(context)
      if (context === it.page) happenings.crashed = true
    }),
    'browsingContext.navigationStarted': handler<Context>(({ context, navigation = null }) => {
      if (context !== it.page) return
      it.navigation = navigation
      it.failure = null
      happenings.loaded = false
    }),
    'browsingContext.navigationCommitted': handler<Context>(({ context, url }) => {
      if (context === it.page && url.startsWith('about:tabcrashed')) happenings.crashed = true
      else if (context === it.page) Object.assign(it, { address: url, came: true })
      frames.navigated(context, null, url, '')
    }),
    'browsingContext.fragmentNavigated': moved,
    'browsingContext.historyUpdated': moved,
    'browsingContext.load': handler<Context>(({ context }) => {
      if (context === it.page) happenings.loaded = true
    }),
    'browsingContext.navigationFailed': handler<Context & { message?: string }>(({ context, navigation, message }) => {
      if (context !== it.page || navigation !== it.navigation) return
      happenings.loaded = true
      it.failure = failureGap(FAILURES, message ?? 'failed')
    }),
    'browsingContext.downloadWillBegin': handler<Context>(({ context, navigation, url }) => {
      if (context === it.page) happenings.loaded = true
      if (navigation === it.navigation) {
        it.navigation = null
        if (!it.came) it.failure = downloadGap(url)
      }
      happenings.add(downloadGap(url))
    }),
    'browsingContext.userPromptOpened': handler<{ type: string; message: string }>(({ type, message }) => {
      if (type !== 'beforeunload') happenings.dialog(type, message)
    }),
    'script.message': handler<{ channel: string; data: { value?: unknown }; source: { context?: string } }>(
      ({ channel, data, source }) => {
        if (channel !== CHANNEL) return
        happenings.said(String(data.value), frames.frame(source.context ?? ''), network.now())
      },
    ),
  }
}

export function listen(rpc: JsonRpc, recorders: Recorders): void {
  const all = handlers(rpc, recorders)
  rpc.listen(({ method, params }) => {
    if (Object.hasOwn(all, method)) all[method]?.(params)
  })
}
