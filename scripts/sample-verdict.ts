import { DEFAULT_LIMITS } from '../src/intake/container.ts'
import { FORMATS } from '../src/render/formats.ts'
import { vocabulary } from '../src/rules/facts/vocabulary.ts'
import { loadRules } from '../src/rules/load.ts'
import type { Vocabulary } from '../src/rules/vocabulary.ts'
import { evaluateBundle } from '../src/verdict/pipeline.ts'
import { buildSample } from './samples/sample.ts'

/**
 * Today's verdict on a sample, judged as of the sample's own day by the shipped rules, in Vietnamese.
 * @throws Error when the sample is refused, or there is no such format
 */
export async function sampleVerdict(sample: string, format: string): Promise<string> {
  const { zip, description } = await buildSample(sample)
  const { loaded } = await loadRules('rules', vocabulary as Vocabulary<unknown>)
  const evaluation = await evaluateBundle({
    source: { size: zip.length, read: async (at, length) => zip.subarray(at, at + length) },
    asOf: description.asOf,
    judge: { ruleSet: loaded, profileId: 'national', engine: { name: 'qms-verdict', version: '0' } },
    limits: DEFAULT_LIMITS,
    stopwatch: () => 0,
  })
  const write = await FORMATS[format]?.writer()
  const written =
    evaluation.kind === 'verdict' &&
    write?.(evaluation.document, { ruleSet: loaded.source, lang: 'vi', notices: evaluation.notices })
  if (!written) throw new Error(`the sample ${sample} has no verdict as ${format}`)
  return written
}
