import { DEFAULT_LIMITS } from '../src/intake/container.ts'
import { FORMATS } from '../src/render/formats.ts'
import { vocabulary } from '../src/rules/facts/vocabulary.ts'
import { loadRules } from '../src/rules/load.ts'
import type { Vocabulary } from '../src/rules/vocabulary.ts'
import { evaluateBundle } from '../src/verdict/pipeline.ts'
import { buildSample } from './samples/sample.ts'

const [BEGIN, END] = ['<!-- A verdict, written by npm run docs -->', '<!-- End of the verdict -->']
/** The excerpt ends where the third finding begins. */
const THIRD_FINDING = /^3\. /m

/**
 * The README with the begin of today's verdict on the failing sample between its two marks.
 * @throws Error when the README has lost its marks
 */
export async function withVerdictExcerpt(readme: string): Promise<string> {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`README.md has no place between ${BEGIN} and ${END}`)
  const text = await verdictOf('commune-behind')
  const excerpt = text.slice(0, THIRD_FINDING.exec(text)?.index).trimEnd()
  return `${readme.slice(0, from)}${BEGIN}\n\n\`\`\`text\n${excerpt}\n\n…\n\`\`\`\n\n${readme.slice(to)}`
}

async function verdictOf(sample: string): Promise<string> {
  const { zip, description } = await buildSample(sample)
  const { loaded } = await loadRules('rules', vocabulary as Vocabulary<unknown>)
  const evaluation = await evaluateBundle({
    source: { size: zip.length, read: async (at, length) => zip.subarray(at, at + length) },
    asOf: description.asOf,
    judge: { ruleSet: loaded, profileId: 'national', engine: { name: 'qms-verdict', version: '0' } },
    limits: DEFAULT_LIMITS,
    stopwatch: () => 0,
  })
  const text =
    evaluation.kind === 'verdict' && FORMATS.text?.write(evaluation.document, { ruleSet: loaded.source, lang: 'vi' })
  if (!text) throw new Error(`the sample ${sample} has no verdict`)
  return text
}
