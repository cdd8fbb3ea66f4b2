import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { choiceAt } from '../../test/support/choices.ts'
import { ASKING } from '../../test/support/consent-declaration.ts'
import { eventually } from '../../test/support/eventually.ts'
import { policyOf } from '../../test/support/policy-of.ts'
import { createDoor } from '../enforce/door/index.ts'
import { createDoorLedger, createRecorder } from '../enforce/records/index.ts'
import { openFolderStore } from '../store/index.ts'
import { keepHouse } from './housekeeping.ts'

const folder = mkdtempSync(join(tmpdir(), 'candor-house-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('receipts whose time is over go by themselves, and what the door did is written down once', async () => {
  const policy = policyOf({
    ...ASKING,
    cookies: [...(ASKING.cookies ?? []), { name: '__Host-candor', lifetime: '1 year', practice: 'cart' }],
  })
  const door = createDoor(policy)
  const ledger = createDoorLedger(door)
  const open = vi.fn(() => openFolderStore(folder))
  const recorder = createRecorder({ open, site: () => 'shop.example' })
  const pruned: number[] = []
  const tell = ({ count }: { readonly count: number }) => pruned.push(count)
  const house = keepHouse({ recorder, ledger, policy: () => policy, every: 50, tell })
  const leave = () =>
    door.leave(door.visitor(null, null), { setCookies: ['odd=1'], host: 'shop.example', path: '/', https: true })

  leave()
  await new Promise(done => setTimeout(done, 150))
  expect(open).not.toHaveBeenCalled()

  const store = await recorder.store()
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  // As the practice of the cookie declares, receipts are kept for 30 days.
  await store.append(choiceAt('shop.example', { at: daysAgo(40) }))
  await store.append(choiceAt('shop.example', { at: daysAgo(20) }))
  await store.append(choiceAt('other.example', { at: daysAgo(40) }))
  await eventually(() => expect(pruned).toEqual([1]))
  expect(await store.verify()).toMatchObject({ receipts: 2, faults: [] })

  leave()
  await Promise.all([house.settle(), house.settle()])
  const odd = { action: 'stopped', cookie: 'odd', practice: null, reason: 'cookie-undeclared', mode: 'enforce' }
  expect(await store.door.since('shop.example', daysAgo(1).slice(0, 10))).toEqual([{ ...odd, count: 2 }])

  ledger.turnTo(createDoor(policy))
  await house.settle()
  expect(await store.door.since('shop.example', daysAgo(1).slice(0, 10))).toEqual([{ ...odd, count: 2 }])
  await house.close()
  await recorder.close()
})
