const MODULUS = 2 ** 32

/**
 * Draws by lot that anybody can draw again from the same seed: a linear congruential generator modulo 2^32 (Knuth, The
 * Art of Computer Programming, volume 2, 3.2.1), of which the high bits decide.
 * @returns `count` of the items, each at most once
 */
export function drawLots<T>(items: readonly T[], count: number, seed: number): T[] {
  const left = [...items]
  const drawn: T[] = []
  let state = seed >>> 0
  // Seeds are years: neighbours would draw alike in the first steps.
  for (let step = 0; step < 8; step++) state = next(state)
  while (drawn.length < count && left.length > 0) {
    state = next(state)
    drawn.push(...left.splice(Math.floor((state / MODULUS) * left.length), 1))
  }
  return drawn
}

function next(state: number): number {
  return (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
}
