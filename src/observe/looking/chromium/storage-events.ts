import type { Happenings } from '../happenings.ts'
import { type Handlers, handler } from './handlers.ts'

interface StorageId {
  readonly storageKey?: string
  readonly securityOrigin?: string
  readonly isLocalStorage: boolean
}

interface Item {
  readonly storageId: StorageId
  readonly key: string
}

/** Which area of which origin: `https://shop.example/`, with what keys the partition behind. */
function placeOf({ storageKey, securityOrigin, isLocalStorage }: StorageId) {
  const [key = ''] = (storageKey ?? securityOrigin ?? '').split('^')
  const area = isLocalStorage ? 'local' : 'session'
  return { area, origin: URL.canParse(key) ? new URL(key).origin : key } as const
}

/** What is kept in the storage of documents, as it is kept. */
export function storageHandlers(happenings: Happenings): Handlers {
  const kept = handler<Item & { newValue: string }>(({ storageId, key, newValue }) =>
    happenings.keep({ ...placeOf(storageId), key, value: newValue }),
  )
  return {
    'DOMStorage.domStorageItemAdded': kept,
    'DOMStorage.domStorageItemUpdated': kept,
    'DOMStorage.domStorageItemRemoved': handler<Item>(({ storageId, key }) =>
      happenings.unkeep(placeOf(storageId), key),
    ),
    'DOMStorage.domStorageItemsCleared': handler<Pick<Item, 'storageId'>>(({ storageId }) =>
      happenings.unkeep(placeOf(storageId), null),
    ),
  }
}
