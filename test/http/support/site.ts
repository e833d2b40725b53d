import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { buildAssets } from '../../../scripts/build-assets.mjs'
import type { LocalSettings } from '../../../src/cli/serve/settings.ts'
import { start } from '../../../src/cli/serve/start.ts'
import { serviceJudge } from '../../../src/cli/service-options.ts'
import { DEFAULT_KEEP_DAYS } from '../../../src/service/keeping.ts'

/** The running service with its pages. */
export interface Site {
  url: string
  /** Its folder. */
  folder: string
  /** Faults of ours that it has told of so far: there ought to be none. */
  faults: Readonly<Record<string, unknown>>[]
  /** Sets its clock forward. */
  later(milliseconds: number): void
}

/**
 * Starts the whole service on a free port with the development issuer, a fresh folder and freshly built assets; it ends
 * with the test file.
 * @param from the instant at which its clock starts; it runs on from there
 * @param onLog hears of every line of its log
 */
export async function startSite(
  from = '2026-11-02T02:00:00Z',
  more: Partial<LocalSettings> = {},
  onLog: (event: string, fields: Readonly<Record<string, unknown>>) => void = () => undefined,
): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'qms-pages-'))
  const assets = join(folder, 'assets')
  await buildAssets(assets)
  const faults: Site['faults'] = []
  let ahead = Date.parse(from) - Date.now()
  const settings: LocalSettings = {
    place: { folder },
    issuer: { developmentKeys: folder },
    judge: await serviceJudge({ profile: 'national' }),
    catalogueKey: undefined,
    plan: { recheckDay: '01-02', recheckHour: 7, noticeHour: 7 },
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    assets,
    scanSeconds: 10,
    leaseSeconds: 120,
    uploadsPerDay: 50,
    requestsPerMinute: 10_000,
    keep: DEFAULT_KEEP_DAYS,
    atOnce: 2,
    ...more,
  }
  const running = await start(
    settings,
    () => new Date(Date.now() + ahead),
    (level, event, fields = {}) => {
      onLog(event, fields)
      if (level === 'error') faults.push({ event, ...fields })
    },
  )
  afterAll(async () => {
    await running.stop()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    url: running.url,
    folder,
    faults,
    later: (milliseconds) => {
      ahead += milliseconds
    },
  }
}
