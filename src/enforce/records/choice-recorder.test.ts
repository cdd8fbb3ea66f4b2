import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { choiceAt } from '../../../test/support/choices.ts'
import type { VisitorChoice } from '../../model/index.ts'
import { type Store, StoreFailure } from '../../store/index.ts'
import { createRecorder } from './choice-recorder.ts'

/** Only what the recorder asks of a store, which here can be made to fail or to keep silent. */
function storeThat(append: (choice: VisitorChoice) => Promise<unknown>): Store {
  return { append, close: async () => {} } as unknown as Store
}

const site = () => 'shop.example'
const away = () => Promise.reject(new StoreFailure('store-away', 'db.example'))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a visitor’s choice', () => {
  test('is recorded when the store has it, and the store is opened once, by the first', async () => {
    const open = vi.fn(async () => storeThat(async () => {}))
    const recorder = createRecorder({ site, open })
    expect(open).not.toHaveBeenCalled()
    expect(await Promise.all([1, 2, 3].map(() => recorder.record(choiceAt('shop.example'))))).toEqual([
      true,
      true,
      true,
    ])
    expect(open).toHaveBeenCalledOnce()
  })

  test('that comes while the store is away is told at once, and one alone tries whether it is back', async () => {
    let there = false
    const append = vi.fn(() => (there ? Promise.resolve() : away()))
    const tell = vi.fn()
    const recorder = createRecorder({ site, open: async () => storeThat(append), againAfter: 1000, tell })
    const record = () => recorder.record(choiceAt('shop.example'))
    expect(await record()).toBe(false)
    expect(await Promise.all([record(), record()])).toEqual([false, false])
    expect(append).toHaveBeenCalledTimes(1)

    vi.advanceTimersByTime(1001)
    expect(await Promise.all([record(), record(), record()])).toEqual([false, false, false])
    expect(append).toHaveBeenCalledTimes(2)

    there = true
    vi.advanceTimersByTime(1001)
    expect(await Promise.all([record(), record()])).toEqual([true, false])
    expect(await Promise.all([record(), record()])).toEqual([true, true])
    expect(tell.mock.calls).toEqual([[{ away: expect.objectContaining({ code: 'store-away' }) }], ['back']])
  })

  test('waits no longer than it is told to, and what comes late is known to be there', async () => {
    let answer = () => {}
    const slow = new Promise<void>(resolve => {
      answer = resolve
    })
    const tell = vi.fn()
    const recorder = createRecorder({ site, open: async () => storeThat(() => slow), within: 500, tell })
    const recorded = recorder.record(choiceAt('shop.example'))
    await vi.advanceTimersByTimeAsync(500)
    expect(await recorded).toBe(false)
    answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(tell).toHaveBeenLastCalledWith('back')
    expect(await recorder.record(choiceAt('shop.example'))).toBe(true)
  })

  test('is kept for the policy’s own site, whatever the request called it', async () => {
    const append = vi.fn(async (_: VisitorChoice) => {})
    const recorder = createRecorder({ site, open: async () => storeThat(append) })
    await recorder.record(choiceAt('made-up.example'))
    expect(append).toHaveBeenCalledWith(choiceAt('shop.example', { subject: append.mock.calls[0]?.[0].subject ?? '' }))
  })

  test('that cannot be kept harms nobody else', async () => {
    const append = vi.fn()
    append.mockRejectedValueOnce(new StoreFailure('choice-malformed', 'subject')).mockResolvedValue({})
    const recorder = createRecorder({ site, open: async () => storeThat(append) })
    expect(await recorder.record(choiceAt('shop.example'))).toBe(false)
    expect(await recorder.record(choiceAt('shop.example'))).toBe(true)
  })

  test('opens the store anew after it could not be opened', async () => {
    const open = vi.fn(async () => storeThat(async () => {}))
    open.mockRejectedValueOnce(new StoreFailure('store-away', 'db.example'))
    const recorder = createRecorder({ site, open })
    expect(await recorder.record(choiceAt('shop.example'))).toBe(false)
    vi.advanceTimersByTime(1001)
    expect(await recorder.record(choiceAt('shop.example'))).toBe(true)
    await recorder.close()
  })
})
