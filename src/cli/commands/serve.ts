import { logLines } from '../../service/log.ts'
import { processClock } from '../clock.ts'
import { EXIT } from '../options.ts'
import { start } from '../serve/start.ts'
import { serveOptions } from './serve-options.ts'

const KIB_PER_MIB = 1024
/** All rights of others than owner and group, and of the group to write. */
const WORLD = 0o027

/**
 * `qms-verdict serve`: runs the whole service in this process until it is asked to end (SIGTERM, SIGINT). The log goes to
 * standard output, one JSON object a line; what a person must read goes to standard error.
 * @returns the exit code
 */
export async function serve(args: string[]): Promise<number> {
  const { settings, lang } = await serveOptions(args, process.env)
  // Bundles, verdicts and what is cut of them are for the service and its group (backups), not for the world.
  process.umask(process.umask() | WORLD)
  const clock = processClock(process.env)
  const log = logLines(clock.now)
  const asked = endAsked()
  const running = await start(settings, clock.now, log)
  for (const warning of [...running.warnings, ...(clock.warning ? [clock.warning] : [])])
    process.stderr.write(`\n*** ${warning[lang]} ***\n`)
  const words = lang === 'vi' ? 'Dịch vụ đang chạy tại' : 'The service runs at'
  process.stderr.write(`\n${words} ${running.url} (Ctrl+C: ${lang === 'vi' ? 'dừng' : 'stop'})\n`)
  log('info', 'listening', { url: running.url })
  log('info', 'stopping', { signal: await asked })
  await running.stop()
  log('info', 'stopped', { maxRssMiB: Math.round(process.resourceUsage().maxRSS / KIB_PER_MIB) })
  return EXIT.ok
}

function endAsked(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal))
  })
}
