import { existsSync } from 'node:fs'
import { ATTACKS } from '../test/attack/attacks.ts'
import { played, startTarget } from '../test/attack/play.ts'

const PROGRAM = 'dist/qms-verdict.mjs'

/**
 * `npm run attack`: plays every known attack against the built service, started on loopback, and prints for each whether
 * it was held.
 * @returns 0 when all were held, 1 when one was not
 */
export async function main(): Promise<number> {
  if (!existsSync(PROGRAM)) {
    process.stderr.write(`${PROGRAM} is not there. Run: npm run build\n`)
    return 2
  }
  const { target, end } = await startTarget(PROGRAM)
  let broken = 0
  try {
    for (const attack of ATTACKS) {
      const { held, seen } = await played(attack, target)
      if (!held) broken++
      process.stdout.write(`${held ? 'held  ' : 'BROKEN'}  ${attack.name}\n        ${seen}\n`)
    }
  } finally {
    await end()
  }
  process.stdout.write(`\n${ATTACKS.length - broken} held, ${broken} broken\n`)
  return broken === 0 ? 0 : 1
}
