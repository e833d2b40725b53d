import { existsSync, readFileSync } from 'node:fs'
import { serviceSeconds } from '../support/processor-time.ts'

/** One side of a comparison. */
export type Work = () => unknown

/** What Linux tells of the thread that runs this: first the nanoseconds for which it had a processor. */
const OWN_THREAD = `/proc/self/task/${process.pid}/schedstat`
const isTold = existsSync(OWN_THREAD)

/**
 * Milliseconds of processor time of the thread that runs this. What V8 does beside it, on threads that collect garbage and
 * compile, is left out where the system tells it apart: on a busy machine those mostly wait for each other.
 */
export function ownMs(): number {
  if (isTold) return Number(readFileSync(OWN_THREAD, 'latin1').split(' ', 1)[0]) / 1e6
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Milliseconds of processor time of this process, on all its threads, with all its children, ended ones too, in steps of ten. */
export const treeMs = async (): Promise<number> => 1000 * (await serviceSeconds(process.pid))

export function median(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b)
  const middle = ascending.length >> 1
  const [below = Number.NaN, above = Number.NaN] = [ascending[(ascending.length - 1) >> 1], ascending[middle]]
  return (below + above) / 2
}

/** Before anything is measured it has run so often, and so long, that what runs often is compiled. */
const WARM_RUNS = 5
const WARM_MS = 700

interface Rounds {
  rounds: number
  /** Milliseconds that one measurement has at least: work that takes less is done several times. */
  least?: number
  /** False: also what is done for the first time is measured, and once a round, since it takes long. */
  warm?: boolean
  clock?: () => number | Promise<number>
}

/**
 * Milliseconds of processor time of each of several works: the middle of all rounds. They take turns, A B A B …, so that
 * whatever else the machine does meets all of them alike; what each does for the first time is not measured.
 */
export async function takingTurns(
  works: readonly Work[],
  { rounds, least = 25, warm = true, clock = ownMs }: Rounds,
): Promise<number[]> {
  const times: number[] = []
  for (const work of warm ? works : []) {
    const began = await clock()
    let last = 0
    for (let from = began, runs = 0; runs < WARM_RUNS || from - began < WARM_MS; runs++) {
      await work()
      const now = await clock()
      last = now - from
      from = now
    }
    times.push(Math.max(1, Math.ceil(least / Math.max(0.001, last))))
  }
  const taken = works.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [at, work] of works.entries()) {
      const many = times[at] ?? 1
      const from = await clock()
      for (let done = 0; done < many; done++) await work()
      taken[at]?.push(((await clock()) - from) / many)
    }
  return taken.map(median)
}

/** By which power of its size work grows from its smallest to its largest: 1 is linear. */
export function exponent(sizes: readonly number[], milliseconds: readonly number[]): number {
  const [small = 1, large = 1] = [sizes[0], sizes.at(-1)]
  const [quick = 1, slow = 1] = [milliseconds[0], milliseconds.at(-1)]
  return Math.log(slow / quick) / Math.log(large / small)
}
