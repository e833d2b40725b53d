/** The quickest of several rounds in milliseconds: the least disturbed by whatever else the machine does. */
export async function quickest(rounds: number, work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const from = performance.now()
    await work()
    best = Math.min(best, performance.now() - from)
  }
  return best
}

/** `1.23×`, a ratio within one run. */
export const ratio = (value: number, floor: number) => `${(value / floor).toFixed(2)}×`
