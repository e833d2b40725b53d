import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { type Evaluation, evaluateBundle } from '../../src/verdict/pipeline.ts'
import type { Finding } from '../../src/verdict/verdict.ts'
import { ENGINE, loaded } from '../support/loaded.ts'

/** A bundle in memory through the whole, by the shipped rules and the national profile. */
export function evaluate(zip: Uint8Array, asOf: string): Promise<Evaluation> {
  const source = { size: zip.length, read: async (at: number, length: number) => zip.subarray(at, at + length) }
  const judge = { ruleSet: loaded, profileId: 'national', engine: ENGINE }
  return evaluateBundle({ source, asOf, judge, limits: DEFAULT_LIMITS, stopwatch: () => 0 })
}

/** The verdict's finding of a rule. */
export function findingOf(evaluation: Evaluation, rule: string): Finding | undefined {
  return evaluation.kind === 'verdict' ? evaluation.document.findings.find((one) => one.rule === rule) : undefined
}
