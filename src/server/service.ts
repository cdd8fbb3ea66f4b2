import type { DoorMode } from '../enforce/door/index.ts'
import type { Publication } from '../enforce/gateway/index.ts'
import { createDoorLedger, createRecorder, type DoorLedger, type StoreRecorder } from '../enforce/records/index.ts'
import type { Issue, Policy } from '../model/index.ts'
import type { ReceiptPlace, SharedPolicies, Store } from '../store/index.ts'
import { createAdmin, createSetUp } from './admin/index.ts'
import { type Asking, createAsking } from './asking.ts'
import { keepHouse } from './housekeeping.ts'
import { type LoadedPolicy, readPolicy } from './policy-file.ts'
import { createPublished } from './published.ts'
import { type Current, createSite } from './site.ts'

/** What there is to tell whoever started a service. */
export type ServiceEvent =
  | { readonly kind: 'policy-adopted'; readonly hash: string }
  | { readonly kind: 'policy-refused'; readonly issues: readonly Issue[] }
  | { readonly kind: 'store-away' | 'sharing-away'; readonly reason: unknown }
  | { readonly kind: 'store-back' | 'sharing-back' }
  | { readonly kind: 'set-up'; readonly path: string }
  | { readonly kind: 'pruned'; readonly count: number }

export interface ServiceOptions {
  /** The policy to begin with, as it was loaded. */
  readonly first: LoadedPolicy & { readonly ok: true }
  /** Where choices are recorded. With a database, policies are shared through it too. */
  readonly place: ReceiptPlace
  /** What the door does with what it decides. `enforce`, if not said. */
  readonly mode?: DoorMode
  readonly tell: (event: ServiceEvent) => void
}

/** A site that publishes its policy, asks its visitors and records what they chose. */
export interface Service {
  fetch(request: Request, remote: string): Response | Promise<Response>
  /** The policy in force. */
  readonly policy: Policy
  /** What it publishes, for a gateway before another site. */
  readonly publication: Publication
  /** What asks by it, and holds answers to it. */
  readonly asking: Asking
  /** Puts a policy that a person changed in force, here and at all who share the database. */
  turnTo(loaded: LoadedPolicy & { readonly ok: true }): void
  /** Opens where records are kept before the first visitor has to wait for it. */
  warm(): void
  close(): Promise<void>
}

const siteOf = ({ site }: Policy): string => new URL(site.url).host
const textOf = (source: Uint8Array): string => new TextDecoder().decode(source)

/** The database and its drivers come when they are needed, so that serving starts fast. */
const loadStore = () => import('../store/index.ts')

interface Parts {
  readonly current: Required<Current>
  readonly recorder: StoreRecorder
  readonly ledger: DoorLedger
  readonly mode: DoorMode
}

function putInForce(policy: Policy, { current, recorder, ledger, mode }: Parts): void {
  current.published = createPublished(policy)
  current.asking = createAsking(policy, recorder, mode)
  ledger.turnTo(current.asking.door)
}

async function share(options: ServiceOptions, adopt: (policy: Policy) => void): Promise<SharedPolicies | null> {
  const { first, place, tell } = options
  if (!place.url) return null
  const { sharePolicies } = await loadStore()
  return sharePolicies(place.url, {
    site: siteOf(first.value),
    first: { hash: first.value.hash, declaration: textOf(first.source) },
    adopt: ({ declaration }) => {
      const loaded = readPolicy(new TextEncoder().encode(declaration))
      if (!loaded.ok) return tell({ kind: 'policy-refused', issues: loaded.issues })
      adopt(loaded.value)
      tell({ kind: 'policy-adopted', hash: loaded.value.hash })
    },
    tell: change => tell(change === 'back' ? { kind: 'sharing-back' } : { kind: 'sharing-away', reason: change.away }),
  })
}

export async function createService(options: ServiceOptions): Promise<Service> {
  const { first, place, mode = 'enforce', tell } = options
  const setUp = createSetUp({ tell: path => tell({ kind: 'set-up', path }) })
  const open = async (): Promise<Store> => {
    const store = await (await loadStore()).openReceipts(place)
    // Where that fails, whoever opens the page is told how.
    await setUp(store).catch(() => {})
    return store
  }
  const recorder: StoreRecorder = createRecorder({
    open,
    site: () => siteOf(current.published.policy),
    tell: change => tell(change === 'back' ? { kind: 'store-back' } : { kind: 'store-away', reason: change.away }),
  })
  const current: Required<Current> = {
    published: createPublished(first.value),
    asking: createAsking(first.value, recorder, mode),
  }
  const ledger = createDoorLedger(current.asking.door)
  const parts = { current, recorder, ledger, mode }
  const house = keepHouse({ recorder, ledger, policy: () => current.published.policy, tell })
  const shared = await share(options, policy => putInForce(policy, parts))
  const admin = createAdmin({
    store: () => recorder.store(),
    policy: () => current.published.policy,
    setUp,
    settle: house.settle,
  })
  const site = createSite(current, { admin })

  return {
    fetch: (request, remote) => site.fetch(request, { remote }),
    get policy() {
      return current.published.policy
    },
    publication: {
      has: path => current.published.files.has(path) || current.published.files.has(`${path}/`),
      answer: request => site.fetch(request, { remote: '' }),
    },
    get asking() {
      return current.asking
    },
    turnTo({ value, source }) {
      putInForce(value, parts)
      shared?.publish({ hash: value.hash, declaration: textOf(source) })
    },
    warm() {
      // What stands in the way is told when a visitor meets it, and tried again then.
      if (place.url || current.asking.asks) void recorder.store().catch(reason => tell({ kind: 'store-away', reason }))
    },
    async close() {
      await house.close()
      await shared?.close()
      await recorder.close()
    },
  }
}
