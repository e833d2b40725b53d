import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'

/** What a process has taken, all its threads together. */
export interface Usage {
  /** Of processor time, since it was started. */
  milliseconds: number
  residentBytes: number
}

const KIB = 1024
/** Linux tells processor time in hundredths of a second, whatever its kernel counts in. */
const TICK_MS = 10
/** Places of user and system time among the words of `/proc/…/stat` that follow the name, which may hold anything. */
const USER = 11
const SYSTEM = 12

/**
 * What another process has taken, as the system tells it. On Windows, which tells it to no script, the time on the wall
 * stands for that of the processor, and memory is bounded by the heaps of the process alone.
 * @returns undefined when the process is not there any more
 */
export async function usageOf(pid: number): Promise<Usage | undefined> {
  if (process.platform === 'linux') return usageByProc(pid)
  if (process.platform !== 'win32') return usageByPs(pid)
  return { milliseconds: performance.now(), residentBytes: 0 }
}

/** Milliseconds of processor time that this process has taken: a stopwatch that stands still while it waits. */
export function ownProcessorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function usageByProc(pid: number): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
    // A process that has ended and was not yet asked why has no memory.
    if (kib === undefined) return undefined
    return {
      milliseconds: (Number(words[USER]) + Number(words[SYSTEM])) * TICK_MS,
      residentBytes: Number(kib) * KIB,
    }
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** By the command that every Unix has. */
export async function usageByPs(pid: number): Promise<Usage | undefined> {
  const ps = promisify(execFile)('ps', ['-o', 'time=,rss=', '-p', String(pid)])
  const { stdout } = await ps.catch((error: { code?: unknown; stdout?: string }) => {
    // Its answer when there is no such process.
    if (error.code === 1) return { stdout: '' }
    throw error
  })
  const told = /^\s*(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)\s+(\d+)\s*$/.exec(stdout)
  if (told === null) return undefined
  const [days = 0, hours = 0, minutes = 0, seconds = 0, kib = 0] = told.slice(1).map((figure) => Number(figure ?? 0))
  return { milliseconds: (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000, residentBytes: kib * KIB }
}
