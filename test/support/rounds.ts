import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The part of its rounds that a test over random cases runs in this suite. */
    rounds: number
  }
}

/** How many of all the rounds of a test over random cases this suite runs: the heavy one all, the quick one a twentieth. */
export const rounds = (all: number): number => Math.ceil(all * inject('rounds'))

/** How far apart what a test tries in turn stands in this suite: the heavy one tries each, the quick one each nth. */
export const step = (nth: number): number => (inject('rounds') < 1 ? nth : 1)
