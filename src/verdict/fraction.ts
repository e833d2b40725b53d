/** An exact fraction; the denominator is positive. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

export const ZERO: Fraction = { n: 0n, d: 1n }

/** `n` over `d`, both whole numbers, `d` > 0. */
export function fraction(n: number, d: number): Fraction {
  return { n: BigInt(n), d: BigInt(d) }
}

/** a + b, exactly. */
export function add(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d }
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
}

/** A fraction times a whole number. */
export function times(a: Fraction, factor: number): Fraction {
  return { n: a.n * BigInt(factor), d: a.d }
}

/** 100 × part ÷ whole, rounded down once to one decimal: nothing but everything is 100. */
export function percentDown(part: Fraction, whole: number): number {
  return Number((part.n * 1000n) / (part.d * BigInt(whole))) / 10
}
