import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { AnsweredRequest } from '../../http/request-record.ts'
import type { Log } from '../../service/log.ts'
import type { QueueState } from '../../service/queue.ts'
import type { PoolState } from '../../service/workers/pool.ts'
import { type HttpServer, listen } from './server.ts'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120]

/** What the figures are read from when somebody asks. */
export interface Measured {
  queue(): QueueState
  /** The processes that read and judge. */
  workers(): PoolState
  /** Since the last look for pending uploads that succeeded, or since the start. */
  scanAgeSeconds(): number
  /** Undefined where the store is no disk of this machine. */
  freeBytes(): Promise<number | undefined>
}

/** The figures of this process, in the text format of Prometheus. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #requests: Counter<'method' | 'route' | 'status'>
  readonly #requestSeconds: Histogram<'route'>
  readonly #judged: Counter<'status'>
  readonly #refused: Counter<'code'>
  readonly #judgingSeconds: Histogram
  readonly #faults: Counter<'event'>

  constructor(measured: Measured) {
    const registers = [this.#registry]
    const named = (name: string, help: string) => ({ name: `qms_verdict_${name}`, help, registers })
    collectDefaultMetrics({ register: this.#registry })
    const requests = named('requests_total', 'Requests answered.')
    this.#requests = new Counter({ ...requests, labelNames: ['method', 'route', 'status'] })
    const requestSeconds = named('request_seconds', 'Seconds until an answer began.')
    this.#requestSeconds = new Histogram({ ...requestSeconds, labelNames: ['route'], buckets: SECONDS })
    this.#judged = new Counter({ ...named('judged_total', 'Uploads judged, by status.'), labelNames: ['status'] })
    this.#refused = new Counter({ ...named('refused_total', 'Uploads refused, by code.'), labelNames: ['code'] })
    this.#judgingSeconds = new Histogram({ ...named('judging_seconds', 'Seconds of judging.'), buckets: SECONDS })
    const faults = named('errors_total', 'Errors logged, by event.')
    this.#faults = new Counter({ ...faults, labelNames: ['event'] })
    const gauge = (name: string, help: string, value: () => number | undefined | Promise<number | undefined>) =>
      new Gauge({
        ...named(name, help),
        async collect() {
          const found = await value()
          if (found === undefined) this.reset()
          else this.set(found)
        },
      })
    gauge('queue_waiting', 'Work that waits.', () => measured.queue().waiting)
    gauge('queue_running', 'Work under way.', () => measured.queue().running)
    gauge('workers', 'Processes that read and judge.', () => measured.workers().workers)
    gauge('tasks_running', 'Tasks that those are at.', () => measured.workers().running)
    gauge('tasks_waiting', 'Tasks that wait for one of those.', () => measured.workers().waiting)
    gauge('scan_age_seconds', 'Since the last look for pending uploads.', () => measured.scanAgeSeconds())
    gauge('disk_free_bytes', 'Bytes that may still be written.', () => measured.freeBytes())
  }

  /** Counts a request. */
  request({ method, route, status, ms }: AnsweredRequest): void {
    this.#requests.inc({ method, route, status })
    this.#requestSeconds.observe({ route }, ms / 1000)
  }

  /** A log that is counted too: uploads judged and refused, and errors. */
  counting(log: Log): Log {
    return (level, event, fields) => {
      log(level, event, fields)
      if (level === 'error') this.#faults.inc({ event })
      if (event !== 'upload-judged') return
      const { status, refusal, ms } = fields ?? {}
      if (typeof status === 'string') this.#judged.inc({ status })
      if (typeof refusal === 'string') this.#refused.inc({ code: refusal })
      if (typeof ms === 'number') this.#judgingSeconds.observe(ms / 1000)
    }
  }

  /** All figures, and the content type of the text. */
  async text(): Promise<{ text: string; contentType: string }> {
    return { text: await this.#registry.metrics(), contentType: this.#registry.contentType }
  }
}

/**
 * Serves the figures at `/metrics`, to this machine alone.
 * @param port 0 = any that is free
 */
export async function listenMetrics(metrics: Metrics, port: number): Promise<HttpServer> {
  return listen(
    async (request) => {
      if (request.method !== 'GET' || new URL(request.url).pathname !== '/metrics')
        return new Response('GET /metrics\n', { status: 404 })
      const { text, contentType } = await metrics.text()
      return new Response(text, { headers: { 'Content-Type': contentType } })
    },
    '127.0.0.1',
    port,
  )
}
