import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { devToken } from '../service/support/client.ts'
import { serveProcess } from '../service/support/serve-process.ts'
import type { Attack, Outcome, Target } from './attack.ts'

const UPLOADS_PER_DAY = 6
/** Milliseconds after which an attack that has not ended counts as broken; on a machine with other work, one bundle waits long. */
const LONGEST = 600_000

/** A service of the built program, until `end` is called. */
export async function startTarget(program: string): Promise<{ target: Target; end(): Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), 'qms-verdict-attack-'))
  const args = ['--data', data, '--uploads-per-day', String(UPLOADS_PER_DAY), '--scan-seconds', '3600']
  const service = await serveProcess(program, args)
  const { url, pid, log } = service
  const token = (agency: string) => devToken(program, ['--data', data, '--agency', agency])
  return {
    target: { url, pid, log, program, data, uploadsPerDay: UPLOADS_PER_DAY, token },
    async end() {
      await service.kill()
      await rm(data, { recursive: true })
    },
  }
}

/** Plays one attack; afterwards the service must still answer, whatever the attack itself saw. */
export async function played(attack: Attack, target: Target): Promise<Outcome> {
  const outcome = await inTime(attack, target).catch((error: unknown) => ({ held: false, seen: String(error) }))
  const alive = await fetch(`${target.url}/openapi.json`, { signal: AbortSignal.timeout(10_000) }).then(
    ({ ok }) => ok,
    () => false,
  )
  return alive ? outcome : { held: false, seen: `${outcome.seen}; the service does not answer any more` }
}

async function inTime(attack: Attack, target: Target): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ held: false, seen: `not over after ${LONGEST / 1000} s` }), LONGEST)
  })
  try {
    return await Promise.race([attack.play(target), late])
  } finally {
    clearTimeout(timer)
  }
}
