import { buildSample } from '../../scripts/samples/sample.ts'
import { bytesInMemory } from '../../src/core/files.ts'
import { digest } from '../../src/core/json.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { type EvaluationInput, evaluateBundle } from '../../src/verdict/pipeline.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { type VerifyInput, verifyVerdict } from '../../src/verdict/verify.ts'
import { ENGINE, loaded } from '../support/loaded.ts'

const READING = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }

/** A sample as the reader takes it. */
export async function sampleSource(name = 'department-complete') {
  return bytesInMemory((await buildSample(name)).zip)
}

/** The verdict of the complete department, as a JSON value; parts of how it is made may be given. */
export async function verdictOf(given: Partial<EvaluationInput> = {}): Promise<Verdict> {
  const evaluation = await evaluateBundle({
    source: await sampleSource(),
    asOf: '2026-11-01',
    judge: { ruleSet: loaded, profileId: 'national', engine: ENGINE },
    ...READING,
    ...given,
  })
  if (evaluation.kind !== 'verdict') throw new Error('the sample was refused')
  return evaluation.document
}

/** Verifies a verdict against the complete department and the shipped rules, unless other inputs are given. */
export async function verify(verdict: unknown, given: Partial<VerifyInput> = {}) {
  const text = typeof verdict === 'string' ? verdict : JSON.stringify(verdict)
  const verification = await verifyVerdict({
    file: { bytes: Buffer.from(text), name: 'verdict.json' },
    source: await sampleSource(),
    ruleSet: async () => loaded,
    shipped: true,
    engine: ENGINE,
    ...READING,
    ...given,
  })
  return { ...verification, ids: verification.statements.map(({ id }) => id) }
}

/** The verdict changed, with the digest that belongs to what it now says: forged, not merely edited. */
export function forged(verdict: Verdict, change: object): object {
  const { digest: _, ...body } = { ...verdict, ...change }
  return { ...body, digest: digest(body) }
}
