import type { DoorTally, Store } from '../../store/index.ts'
import type { Door, DoorCount } from '../door/index.ts'

/** Writes down what a door did, bit by bit: a door itself forgets when its process ends. */
export interface DoorLedger {
  /** Another policy has another door; what the one before did is still to be written. */
  turnTo(door: Door): void
  /** Adds what has happened since the last time. What cannot be written now is written the next time. */
  write(store: Store, site: string, day: string): Promise<void>
}

const keyOf = ({ action, cookie, practice, reason, mode }: DoorCount): string =>
  JSON.stringify([action, cookie, practice, reason, mode])

export function createDoorLedger(first: Door): DoorLedger {
  let door = first
  let written = new Map<string, number>()
  /** Of doors that are no more. */
  let waiting: readonly DoorTally[] = []
  let turn: Promise<unknown> = Promise.resolve()

  const unwritten = (counts: readonly DoorCount[]): readonly DoorTally[] =>
    counts
      .map(tally => ({ ...tally, count: tally.count - (written.get(keyOf(tally)) ?? 0) }))
      .filter(({ count }) => count > 0)

  async function writeNow(store: Store, site: string, day: string): Promise<void> {
    const { counts } = door.stats()
    const tallies = [...waiting, ...unwritten(counts)]
    if (tallies.length === 0) return
    await store.door.add(site, day, tallies)
    waiting = []
    written = new Map(counts.map(tally => [keyOf(tally), tally.count]))
  }

  /** One after another, so that nothing is written twice. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }

  return {
    turnTo: next =>
      void inTurn(async () => {
        waiting = [...waiting, ...unwritten(door.stats().counts)]
        door = next
        written = new Map()
      }),
    write: (store, site, day) => inTurn(() => writeNow(store, site, day)),
  }
}
