import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Receipt, VisitorChoice } from '../../src/model/index.ts'
import type { Store } from '../../src/store/index.ts'
import { choiceAt, randomSite, randomSubject } from './choices.ts'

/** A kind of store, as the contract needs it. */
export interface StoreUnderTest {
  /** Opens the one store that all tests of the contract share; each has a site of its own in it. */
  readonly open: () => Promise<Store>
  /** Changes the tables behind the store's back. No store is open meanwhile. */
  readonly tamper: (statements: readonly string[]) => Promise<void>
  /** Whether what was removed without a trace comes back from a second copy. */
  readonly restores: boolean
}

async function appendSome(store: Store, site: string, count: number): Promise<Receipt[]> {
  const receipts: Receipt[] = []
  for (let i = 0; i < count; i++) receipts.push(await store.append(choiceAt(site)))
  return receipts
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

/** As docs/receipts.md tells an auditor to recompute it, in nothing of ours: sorted names, JSON, SHA-256. */
const recompute = (value: object): string => {
  const sorted = (_: string, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  return `sha256:${createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex')}`
}

/** What someone does to a chain of five, as SQL that is then held to one site, and what must be told of it. */
const TAMPERINGS = [
  [
    'a decision is changed',
    `update candor.receipt set decisions = '{"marketing":"granted"}' where sequence = 3`,
    [['changed', 3, 3]],
  ],
  [
    'a time is changed',
    `update candor.receipt set at = at + interval '1 second' where sequence = 3`,
    [['changed', 3, 3]],
  ],
  [
    'a person is put in another’s place',
    `update candor.receipt set subject = 'somebody-else' where sequence = 2`,
    [['changed', 2, 2]],
  ],
  ['the words are taken out', 'update candor.receipt set text = null where sequence = 3', [['changed', 3, 3]]],
  ['a person is half erased', 'update candor.receipt set salt = null where sequence = 2', [['changed', 2, 2]]],
  ['one in the middle is gone', 'delete from candor.receipt where sequence = 3', [['missing', 3, 3]]],
  ['the first two are gone', 'delete from candor.receipt where sequence <= 2', [['missing', 1, 2]]],
  ['the last two are gone', 'delete from candor.receipt where sequence >= 4', [['missing', 4, 5]]],
  ['all are gone', 'delete from candor.receipt where true', [['missing', 1, 5]]],
  [
    'two change places',
    `update candor.receipt set sequence = 5 - sequence, at = at + interval '1 microsecond' where sequence in (2, 3)`,
    [
      ['changed', 2, 2],
      ['changed', 3, 3],
    ],
  ],
  [
    'one is copied to the end',
    `insert into candor.receipt select site, writer, 6, at, policy, language, text, how, commitment, previous, hash, subject, decisions, salt from candor.receipt where sequence = 5`,
    [['inserted', 6, 6]],
  ],
  [
    'one is put beside another',
    `insert into candor.receipt select site, writer, sequence, at + interval '1 second', policy, language, text, how, commitment, previous, hash, subject, decisions, salt from candor.receipt where sequence = 2`,
    [['inserted', 2, 2]],
  ],
  [
    'one is written by an unknown writer',
    `insert into candor.receipt select site, 'nobody', 1, at, policy, language, text, how, commitment, previous, hash, subject, decisions, salt from candor.receipt where sequence = 1`,
    [['inserted', 1, 1]],
  ],
] as const

export function receiptStoreContract(kind: StoreUnderTest): void {
  let store: Store

  beforeAll(async () => {
    store = await kind.open()
  }, 60_000)
  afterAll(() => store?.close())

  test('a receipt that was acknowledged is there, as it was given, linked to the one before', async () => {
    const site = randomSite()
    const choice = choiceAt(site, { decisions: { статистика: 'granted', ads: 'refused' }, how: 'signal' })
    const [first, second] = [await store.append(choice), await store.append(choiceAt(site))]
    expect(await all(store.export({ site }))).toEqual([first, second])
    const { subject, decisions, ...rest } = choice
    expect(first).toMatchObject({ ...rest, sequence: 1, previous: null, personal: { subject, decisions } })
    expect(second).toMatchObject({ sequence: 2, previous: first?.hash, writer: first?.writer })
  })

  test('an auditor can recompute every hash from the exported receipt alone', async () => {
    const site = randomSite()
    await appendSome(store, site, 2)
    for (const { hash, personal, ...lasting } of await all(store.export({ site }))) {
      expect(recompute(lasting)).toBe(hash)
      expect(recompute(personal ?? {})).toBe(lasting.commitment)
    }
  })

  test('a thousand at once are all kept, each once, in one chain without a gap', async () => {
    const site = randomSite()
    const receipts = await Promise.all(Array.from({ length: 1000 }, () => store.append(choiceAt(site))))
    expect(new Set(receipts.map(({ hash }) => hash)).size).toBe(1000)
    expect(await store.verify({ site })).toMatchObject({ receipts: 1000, erased: 0, faults: [] })
    expect((await all(store.export({ site }))).map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 1000 }, (_, at) => at + 1),
    )
  })

  test('more than a page, over many months, is walked in order', async () => {
    const site = randomSite()
    const month = (at: number) => `2026-${String((at % 12) + 1).padStart(2, '0')}-15T00:00:00.000Z`
    await Promise.all(Array.from({ length: 2345 }, (_, at) => store.append(choiceAt(site, { at: month(at) }))))
    expect(await store.verify({ site })).toMatchObject({ receipts: 2345, faults: [] })
    expect((await all(store.export({ site }))).length).toBe(2345)
    const june = await all(store.export({ site, since: '2026-06-01T00:00:00Z', until: '2026-07-01T00:00:00Z' }))
    expect(new Set(june.map(({ at }) => at))).toEqual(new Set([month(5)]))
  })

  test('a receipt whose words nobody knows is kept as that, in tables of an earlier version too', async () => {
    const site = randomSite()
    await appendSome(store, site, 1)
    await store.close()
    await kind.tamper([
      'alter table candor.receipt alter column text set not null',
      `delete from candor.migration where name = '2026-11-words-unknown'`,
    ])
    store = await kind.open()
    const subject = randomSubject()
    const alone = await store.append(choiceAt(site, { subject, text: null }))
    await Promise.all([1, 2, 3].map(() => store.append(choiceAt(site, { text: null }))))
    expect((await all(store.export({ site }))).filter(({ text }) => text === null)).toHaveLength(4)
    expect(await store.show(subject)).toEqual([alone])
    expect(await store.verify({ site })).toMatchObject({ receipts: 5, faults: [] })
    const { hash, personal: _, ...lasting } = alone
    expect(recompute(lasting)).toBe(hash)
  }, 60_000)

  test('one choice that cannot be kept is refused by name and harms nobody else', async () => {
    const site = randomSite()
    const bad: Partial<VisitorChoice>[] = [
      { subject: '\0\0\0\0\0\0\0\0' },
      { decisions: { 'a\ud800': 'granted' } },
      { decisions: { ads: 'perhaps' as 'granted' } },
      { at: '2026-02-31T00:00:00.000Z' },
      { at: 'infinity' },
      { policy: 'x'.repeat(1 << 20) },
      { text: '' },
      { how: 'guess' as 'api' },
    ]
    const outcomes = await Promise.allSettled([{}, ...bad, {}].map(change => store.append(choiceAt(site, change))))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', ...bad.map(() => 'rejected'), 'fulfilled'])
    expect(outcomes[1]).toMatchObject({ reason: { code: 'choice-malformed', about: 'subject' } })
    expect(await store.verify({ site })).toMatchObject({ receipts: 2, faults: [] })
  })

  test('all of one person is shown, the oldest first, and of nobody else', async () => {
    const site = randomSite()
    const subject = randomSubject()
    const later = await store.append(choiceAt(site, { subject, at: '2026-11-23T00:00:00.000Z' }))
    await store.append(choiceAt(site))
    const earlier = await store.append(choiceAt(site, { subject, at: '2026-11-21T00:00:00.000Z' }))
    expect(await store.show(subject)).toEqual([earlier, later])
    expect(await store.show('nobody-here')).toEqual([])
  })

  test('an erased person is gone, and the chain still verifies', async () => {
    const site = randomSite()
    const subject = randomSubject()
    await appendSome(store, site, 2)
    await store.append(choiceAt(site, { subject }))
    await store.append(choiceAt(site, { subject }))
    await appendSome(store, site, 1)
    expect(await store.erase(subject)).toBe(2)
    expect(await store.show(subject)).toEqual([])
    expect(await store.erase(subject)).toBe(0)
    const left = await all(store.export({ site }))
    expect(JSON.stringify(left)).not.toContain(subject)
    expect(left.map(({ personal }) => personal === null)).toEqual([false, false, true, true, false])
    expect(await store.verify({ site })).toMatchObject({ receipts: 5, erased: 2, faults: [] })
  })

  test('what is older than its time is pruned from the beginning, and the rest still verifies', async () => {
    const site = randomSite()
    for (const year of [2001, 2002, 2003, 2002, 2004])
      await store.append(choiceAt(site, { at: `${year}-01-01T00:00:00.000Z` }))
    expect(await store.prune('2003-01-01T00:00:00Z')).toBe(2)
    expect((await all(store.export({ site }))).map(({ sequence }) => sequence)).toEqual([3, 4, 5])
    expect(await store.verify({ site })).toMatchObject({ receipts: 3, faults: [] })
    expect(await store.prune('2005-01-01T00:00:00Z')).toBe(3)
    expect(await store.verify({ site })).toMatchObject({ receipts: 0, faults: [] })
    await appendSome(store, site, 1)
    expect(await store.verify({ site })).toMatchObject({ receipts: 1, faults: [] })
  })

  test('pruning one site leaves the others', async () => {
    const [site, other] = [randomSite(), randomSite()]
    for (const at of [site, other]) await store.append(choiceAt(at, { at: '2001-01-01T00:00:00.000Z' }))
    expect(await store.prune('2002-01-01T00:00:00Z', { site })).toBe(1)
    expect(await store.verify({ site: other })).toMatchObject({ receipts: 1, faults: [] })
  })

  test('choices are counted day by day; what an erased one said is no longer told', async () => {
    const site = randomSite()
    const gone = await store.append(choiceAt(site, { at: '2026-11-20T23:59:59.999Z' }))
    await store.append(choiceAt(site))
    await store.append(choiceAt(site, { decisions: { statistics: 'refused' } }))
    await store.erase(gone.personal?.subject ?? '')
    const later = {
      day: '2026-11-22',
      receipts: 2,
      practices: { marketing: { granted: 0, refused: 1 }, statistics: { granted: 1, refused: 1 } },
    }
    expect(await store.history({ site })).toEqual([{ day: '2026-11-20', receipts: 1, practices: {} }, later])
    expect(await store.history({ site, since: '2026-11-21T00:00:00Z' })).toEqual([later])
  })

  test('what doors did adds up, by day and site', async () => {
    const site = randomSite()
    const tally = { action: 'stopped', cookie: '_id', practice: null, reason: 'cookie-undeclared', mode: 'enforce' }
    const other = { ...tally, practice: 'ads', reason: 'practice-refused' }
    await Promise.all([
      store.door.add(site, '2026-11-21', [{ ...tally, count: 2 }]),
      store.door.add(site, '2026-11-22', [
        { ...tally, count: 3 },
        { ...other, count: 4 },
      ]),
      store.door.add(site, '2026-11-22', [{ ...tally, count: 5 }]),
    ])
    expect(await store.door.since(site, '2026-11-22')).toEqual([
      { ...tally, count: 8 },
      { ...other, count: 4 },
    ])
    expect(await store.door.since(site, '2026-11-01')).toMatchObject([{ count: 10 }, { count: 4 }])
    await store.door.prune('2026-11-22')
    expect(await store.door.since(site, '2026-11-01')).toMatchObject([{ count: 8 }, { count: 4 }])
    expect(await store.door.since(randomSite(), '2026-11-01')).toEqual([])
  })

  test('a token holds until its time is over or it is dropped; a new password ends them all', async () => {
    const { admin } = store
    const now = new Date()
    const later = new Date(now.getTime() + 60_000)
    const span = { began: now, expires: later }
    expect(await admin.password()).toBeNull()
    await admin.keepToken('session', 'one', span)
    await admin.keepToken('set-up', 'two', span)
    expect(await admin.findToken('session', 'one', now)).toEqual(span)
    expect(await admin.findToken('session', 'two', now)).toBeNull()
    expect(await admin.findToken('session', 'one', later)).toBeNull()
    await admin.prolongToken('one', new Date(later.getTime() + 1))
    expect(await admin.findToken('session', 'one', later)).not.toBeNull()
    await admin.dropToken('one')
    expect(await admin.findToken('session', 'one', now)).toBeNull()
    expect(await admin.setFirstPassword('first')).toBe(true)
    expect(await admin.setFirstPassword('another')).toBe(false)
    expect(await admin.password()).toBe('first')
    await admin.keepToken('set-up', 'three', span)
    await admin.setPassword('second')
    expect(await admin.password()).toBe('second')
    expect(await admin.findToken('set-up', 'two', now)).toBeNull()
    expect(await admin.findToken('set-up', 'three', now)).toBeNull()
  })

  test('tries are counted up to the limit, also those made at once, until they are old or forgotten', async () => {
    const { admin } = store
    const time = (minute: number) => new Date(Date.UTC(2026, 10, 22, 12, minute))
    const limits = (minute: number) => ({ since: time(minute - 15), most: 3, mostOfAll: 5 })
    const tries = await Promise.all(Array.from({ length: 6 }, () => admin.countTry('one', time(0), limits(0))))
    expect(tries.filter(first => first === null)).toHaveLength(3)
    expect(await admin.countTry('one', time(1), limits(1))).toEqual(time(0))
    expect(await admin.countTry('two', time(2), limits(2))).toBeNull()
    expect(await admin.countTry('two', time(3), limits(3))).toBeNull()
    expect(await admin.countTry('three', time(4), limits(4))).toEqual(time(0))
    await admin.forgetTries('two')
    expect(await admin.countTry('three', time(5), limits(5))).toBeNull()
    expect(await admin.countTry('one', time(15), limits(15))).toBeNull()
  })

  test('choices are counted by practice, month and means', async () => {
    const site = randomSite()
    const subject = randomSubject()
    await store.append(choiceAt(site, { subject, at: '2026-10-01T00:00:00.000Z' }))
    await store.append(choiceAt(site, { subject, decisions: { statistics: 'refused' }, how: 'form' }))
    const gone = await store.append(choiceAt(site))
    await store.erase(gone.personal?.subject ?? '')
    expect(await store.stats({ site })).toEqual({
      receipts: 3,
      erased: 1,
      subjects: 1,
      first: '2026-10-01T00:00:00.000Z',
      last: '2026-11-22T12:00:00.000Z',
      sites: { [site]: 3 },
      how: { button: 2, form: 1 },
      months: { '2026-10': 1, '2026-11': 2 },
      practices: { marketing: { granted: 0, refused: 1 }, statistics: { granted: 1, refused: 1 } },
    })
  })

  test('closing waits for what was handed over before', async () => {
    const site = randomSite()
    const pending = Promise.all(Array.from({ length: 1200 }, () => store.append(choiceAt(site))))
    await new Promise(resolve => setImmediate(resolve))
    await store.close()
    await expect(pending).resolves.toHaveLength(1200)
    store = await kind.open()
    expect(await store.verify({ site })).toMatchObject({ receipts: 1200, faults: [] })
  })

  describe('when somebody changes the tables', () => {
    const sites = TAMPERINGS.map(randomSite)
    const removed = randomSite()
    const shortened = randomSite()
    let heads: Awaited<ReturnType<Store['verify']>>['heads']

    beforeAll(async () => {
      for (const site of [...sites, removed, shortened]) await appendSome(store, site, 5)
      heads = (await store.verify()).heads
      await store.close()
      const here = (site: string, sql: string) => sql.replaceAll(/\bwhere /g, `where site = '${site}' and `)
      await kind.tamper([
        ...TAMPERINGS.map(([, sql], at) => here(sites[at] ?? '', sql)),
        `delete from candor.receipt where site = '${removed}'`,
        `delete from candor.chain where site = '${removed}'`,
        `delete from candor.receipt where site = '${shortened}' and sequence = 5`,
        `update candor.chain set length = 4 where site = '${shortened}'`,
      ])
      store = await kind.open()
    }, 60_000)

    test.each(TAMPERINGS.map(([what, , faults], at) => [what, faults, sites[at]] as const))(
      '%s: it is told which, and where',
      async (_, expected, site = '') => {
        const { faults } = await store.verify({ site })
        expect(faults.map(({ kind, sequence, through }) => [kind, sequence, through])).toEqual(expected)
        expect(faults.every(fault => fault.site === site)).toBe(true)
      },
    )

    test('a receipt that is gone from the end, with its place in the head, is missed; a journal brings it back', async () => {
      const { faults, receipts } = await store.verify({ site: shortened })
      expect(receipts).toBe(kind.restores ? 5 : 4)
      expect(faults).toMatchObject(kind.restores ? [] : [{ kind: 'end-differs', sequence: 4 }])
    })

    test('a chain that was removed whole is missed by who kept its head; a journal brings it back', async () => {
      expect((await store.verify({ site: removed })).faults).toEqual([])
      const { faults } = await store.verify({ site: removed, heads })
      expect(faults).toMatchObject(kind.restores ? [] : [{ kind: 'missing', sequence: 1, through: 5 }])
    })
  })
}
