import { Hono } from 'hono'
import type { Store } from '../../service/store.ts'
import type { Measured } from './metrics.ts'

/** What readiness is told from. */
export interface Looked extends Measured {
  verdicts: Pick<Store, 'read'>
  /** Between two looks for pending uploads. */
  scanSeconds: number
  /** Of one upload: with less space none is taken in. */
  maxUploadBytes: number
  onFault: (fault: unknown) => void
}

/** What is not as it should be, though requests are answered. */
type Lack = 'store-unreachable' | 'disk-full' | 'scan-late' | 'queue-late'

/** A queue in which something waits longer is told of. */
const QUEUE_LATE_SECONDS = 900
/** So many looks may fail before the scan is called late. */
const LATE_LOOKS = 6
/** Read, never written: whether the store answers at all. */
const PROBE = 'probes/ready'

/**
 * `GET /ready`: 200 while requests can be answered, 503 when the store cannot be reached. A full disk or late work is said
 * in `lacks` with 200, since reading goes on.
 */
export function readiness(looked: Looked): Hono {
  const app = new Hono()
  app.get('/ready', async (context) => {
    const report = await look(looked)
    const status = report.lacks.includes('store-unreachable') ? 503 : 200
    return context.json(report, status, { 'Cache-Control': 'no-store' })
  })
  return app
}

async function look({ verdicts, scanSeconds, maxUploadBytes, onFault, ...measured }: Looked) {
  const lacks: Lack[] = []
  const tried = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act()
    } catch (fault) {
      onFault(fault)
      if (!lacks.includes('store-unreachable')) lacks.push('store-unreachable')
      return undefined
    }
  }
  await tried(() => verdicts.read(PROBE))
  const freeBytes = await tried(measured.freeBytes)
  const scanAgeSeconds = Math.round(measured.scanAgeSeconds())
  const queue = measured.queue()
  if (freeBytes !== undefined && freeBytes < maxUploadBytes) lacks.push('disk-full')
  if (scanAgeSeconds > LATE_LOOKS * scanSeconds) lacks.push('scan-late')
  if (queue.oldestSeconds > QUEUE_LATE_SECONDS) lacks.push('queue-late')
  const told = { freeBytes: freeBytes ?? null, scanAgeSeconds, queue, workers: measured.workers() }
  return {
    status: lacks.length === 0 ? 'ready' : lacks.includes('store-unreachable') ? 'not-ready' : 'degraded',
    lacks,
    ...told,
  }
}
