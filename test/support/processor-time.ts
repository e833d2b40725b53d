/**
 * Begins to measure the processor time of this process: on a busy machine time on the wall tells what others do.
 * @returns tells the milliseconds since
 */
export function processorTime(): () => number {
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
}
