/** How long one measured stretch lasts. Short ones alternate, so that a busy machine slows both sides alike. */
const STRETCH_MS = 60
const ROUNDS = 15
const WARM_UP_MS = 250

export interface Comparison {
  readonly name: string
  readonly ours: () => unknown
  readonly theirs: () => unknown
  /** What a call of `ours` and of `theirs` counts as, where they do not do one piece of work each. */
  readonly oursPerCall?: number
  readonly theirsPerCall?: number
  /** The ratio of ours to theirs, in pieces of work a second, that is to be reached. */
  readonly atLeast: number
}

/** Results end here, so that no compiler finds the work useless. */
let sink: unknown

/** Calls a second over a stretch of time. */
function rate(work: () => unknown, milliseconds: number): number {
  const start = performance.now()
  let calls = 0
  let elapsed = 0
  for (let batch = 1; elapsed < milliseconds; elapsed = performance.now() - start) {
    for (let i = 0; i < batch; i++) sink = work()
    calls += batch
    if (batch < 4096) batch *= 2
  }
  return (calls / elapsed) * 1000
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const spoken = (perSecond: number): string =>
  perSecond >= 1e6 ? `${(perSecond / 1e6).toFixed(2)} M/s` : `${Math.round(perSecond).toLocaleString('en')}/s`

/** Prints one result line; gives back whether the figure is reached. */
export function tell(name: string, figure: string, met: boolean): boolean {
  console.log(`  ${met ? 'met   ' : 'MISSED'}  ${name}: ${figure}`)
  return met
}

interface Round {
  readonly ourRate: number
  readonly theirRate: number
}

/** Judges the median of the rounds' ratios: what slows the machine for a while slows both sides of a round. */
function tellRounds(name: string, rounds: readonly Round[], atLeast: number | null): boolean {
  const ratio = median(rounds.map(({ ourRate, theirRate }) => ourRate / theirRate))
  const rates = `${spoken(median(rounds.map(round => round.ourRate)))} to ${spoken(median(rounds.map(round => round.theirRate)))}`
  if (sink === rates) console.log(sink)
  const figure = `${ratio.toFixed(2)} times (${rates})`
  if (atLeast !== null) return tell(name, `${figure}, wanted ${atLeast}`, ratio >= atLeast)
  console.log(`  told    ${name}: ${figure}, not judged`)
  return true
}

/** Measures both sides in alternating stretches. */
export function compare({ name, ours, theirs, oursPerCall = 1, theirsPerCall = 1, atLeast }: Comparison): boolean {
  rate(ours, WARM_UP_MS)
  rate(theirs, WARM_UP_MS)
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const first = round % 2 === 0 ? rate(ours, STRETCH_MS) : undefined
    const theirRate = rate(theirs, STRETCH_MS) * theirsPerCall
    return { ourRate: (first ?? rate(ours, STRETCH_MS)) * oursPerCall, theirRate }
  })
  return tellRounds(name, rounds, atLeast)
}

export interface AsyncComparison {
  readonly name: string
  readonly ours: () => Promise<unknown>
  readonly theirs: () => Promise<unknown>
  /** How many are under way at a time. */
  readonly atOnce: number
  /** Null: it is told and not judged. */
  readonly atLeast: number | null
}

/** Work that waits is measured in turns of so many calls each, as many turns as fit in the time: what else the machine does falls on both sides. */
const CALLS_A_TURN = 12
const TURNS_FOR_MS = 3000

/** Pieces of work that end a second, with so many under way. */
async function turn(work: () => Promise<unknown>, atOnce: number): Promise<number> {
  const start = performance.now()
  const worker = async () => {
    for (let done = 0; done < CALLS_A_TURN; done++) sink = await work()
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return ((CALLS_A_TURN * atOnce) / (performance.now() - start)) * 1000
}

async function warmUp(work: () => Promise<unknown>, atOnce: number): Promise<void> {
  const start = performance.now()
  while (performance.now() - start < WARM_UP_MS) await turn(work, atOnce)
}

/** The same for work that waits: for a disk, a server. */
export async function compareAsync({ name, ours, theirs, atOnce, atLeast }: AsyncComparison): Promise<boolean> {
  for (const side of [ours, theirs]) await warmUp(side, atOnce)
  const rounds: Round[] = []
  for (const start = performance.now(); performance.now() - start < TURNS_FOR_MS; ) {
    const oursFirst = rounds.length % 2 === 0
    const first = await turn(oursFirst ? ours : theirs, atOnce)
    const second = await turn(oursFirst ? theirs : ours, atOnce)
    rounds.push(oursFirst ? { ourRate: first, theirRate: second } : { ourRate: second, theirRate: first })
  }
  return tellRounds(name, rounds, atLeast)
}
