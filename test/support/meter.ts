import { readFileSync } from 'node:fs'
import { afterAll } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** Milliseconds of processor time that a test file took, with its modules and the processes that it waited for. */
    processorMs?: number
  }
}

/** Linux counts the time of processes in hundredths of a second. */
const TICK_MS = 10

/** Milliseconds of processor time of this process since it began, and of all that it started and saw end. */
function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + ofChildren()
}

/** 0 where the system does not tell (it is told on Linux alone). */
function ofChildren(): number {
  if (process.platform !== 'linux') return 0
  // The name of the program, in brackets, may hold anything; what follows are numbers: the 14th and 15th are the children's.
  const numbers = readFileSync('/proc/self/stat', 'utf8').split(') ').pop()?.split(' ') ?? []
  return (Number(numbers[13]) + Number(numbers[14])) * TICK_MS
}

// A setup file runs before each test file, so this begins where the modules of the file are loaded.
const before = spent()
// biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures are asked for, here none.
afterAll(({}, file) => {
  file.meta.processorMs = Math.round(spent() - before)
})
