import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The part of its rounds that a test over random cases runs in this suite. */
    rounds: number
  }
}

/** How many of all the rounds of a test over random cases this suite runs: the heavy one all, the quick one a tenth. */
export const rounds = (all: number): number => Math.ceil(all * inject('rounds'))
