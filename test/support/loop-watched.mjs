import { readFileSync } from 'node:fs'

const EVERY_MS = 5

/** Milliseconds that the main thread has been at work; where the system does not tell, all threads of the process. */
function mainThread() {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[0]) / 1e6
  } catch {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
}

/**
 * Watches for how long the loop of this process does not turn. Time on the wall would tell of the machine, so processor
 * time of the thread that turns it counts, with what it spends on garbage.
 * @returns {() => number} tells the longest time in milliseconds, and ends
 */
export function loopWatched() {
  let [last, longest] = [mainThread(), 0]
  const look = () => {
    const now = mainThread()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, EVERY_MS).unref()
  return () => {
    clearInterval(timer)
    look()
    return longest
  }
}
