import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { digest } from '../../../src/core/json.ts'
import { client } from '../../service/support/client.ts'
import type { Attack, Target } from '../attack.ts'
import { bundleOf, uploaded } from './upload.ts'

const run = promisify(execFile)
const AGENCY = 'H61.71'

/** A verdict as the service gave it out. */
async function verdictOf(target: Target): Promise<Record<string, unknown>> {
  await uploaded(target, AGENCY, await bundleOf(AGENCY, {}))
  return client(target.url, await target.token(AGENCY)).json(`/agencies/${AGENCY}/verdicts/latest`)
}

/** The best of all verdicts, its digest computed anew. */
function forged({ digest: _d, ...verdict }: Record<string, unknown>): object {
  const { signature, ...body } = {
    ...verdict,
    status: 'met',
    grade: 'xuat-sac',
    score: { low: 100, high: 100 },
  } as Record<string, unknown>
  return { ...body, digest: digest(body), ...(signature !== undefined && { signature }) }
}

/** What the pre-screening says of the agency when that verdict lies in the folder. */
async function prescreened(target: Target, name: string, verdict: object, more: readonly string[]): Promise<unknown> {
  const folder = join(target.data, 'attack', name)
  await mkdir(join(folder, 'verdicts'), { recursive: true })
  await writeFile(join(folder, 'verdicts', 'a.json'), JSON.stringify(verdict))
  await writeFile(join(folder, 'register.csv'), `Mã cơ quan,Tên cơ quan,Khối\n${AGENCY},UBND xã Bình An,Xã\n`)
  const keys = join(folder, 'keys.json')
  await writeFile(keys, await (await fetch(`${target.url}/keys/verdicts.json`)).text())
  const args = [
    ...['prescreen', join(folder, 'verdicts'), '--register', join(folder, 'register.csv'), '--year', '2026'],
    ...['--format', 'json', '--no-cache', '--verdict-keys', keys, ...more],
  ]
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'config') }
  const { stdout } = await run(process.execPath, [target.program, ...args], { env })
  return JSON.parse(stdout)
}

type Screened = { agencies: { status: string | null }[]; unsignedVerdicts?: string[] }

/** Verdicts that nobody judged. */
export const FORGED_VERDICTS: readonly Attack[] = [
  {
    name: 'a verdict made better, its digest computed anew, its old signature beside it or none',
    async play(target) {
      const own = await verdictOf(target)
      const { signature: _, ...bare } = own
      const real = (await prescreened(target, 'real', own, [])) as Screened
      const kept = (await prescreened(target, 'kept', forged(own), [])) as Screened
      const none = (await prescreened(target, 'none', forged(bare), [])) as Screened
      const asked = (await prescreened(target, 'asked', forged(bare), ['--unsigned-verdicts'])) as Screened
      const status = ({ agencies }: Screened) => agencies[0]?.status ?? null
      return {
        held:
          status(real) === own.status &&
          status(kept) === null &&
          status(none) === null &&
          asked.unsignedVerdicts?.[0] === AGENCY,
        seen: `real ${status(real)}, forged ${status(kept)} and ${status(none)}, asked for: said of ${asked.unsignedVerdicts}`,
      }
    },
  },
]
