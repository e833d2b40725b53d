import { describeFault, type Log } from '../log.ts'
import type { PendingUploads } from './pending-uploads.ts'

/**
 * Looks for uploads that were not judged, now and from now on.
 * @returns what stops it
 */
export function startScan(
  pending: PendingUploads,
  seconds: number,
  onFound: (key: string) => void,
  log: Log,
): () => void {
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function look(): Promise<void> {
    try {
      for await (const key of pending.list()) onFound(key)
    } catch (fault) {
      log('error', 'scan-failed', { fault: describeFault(fault) })
    }
    if (!stopped) timer = setTimeout(look, seconds * 1000).unref()
  }

  void look()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
