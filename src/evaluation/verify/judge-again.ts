import type { Verdict } from '../../verdict/verdict.ts'
import { evaluateBundle, type Judge } from '../evaluate-bundle.ts'
import type { Verification, VerifyInput } from '../verify.ts'
import { type Difference, differences } from './differences.ts'
import { checkCatalogue, checkExceptions, checkRuleSet, checkTrust } from './inputs.ts'
import { STATEMENTS, type Statement } from './statements.ts'
import type { VerdictDocument } from './verdict-file.ts'

type Again = Pick<Verification, 'result' | 'statements' | 'differences'>
const differing = (statements: readonly Statement[], places: readonly Difference[] = []): Again => ({
  result: 'differs',
  statements,
  differences: places,
})

/**
 * Judges the bundle again as an intact verdict says it was judged, once every input it names is there, and compares.
 * @throws InputError when the rules or exceptions that were given cannot be used; what the source of bytes throws
 */
export async function judgeAgain(document: VerdictDocument, input: VerifyInput): Promise<Again> {
  const ruleSet = await input.ruleSet()
  const otherRules = checkRuleSet(document, ruleSet, input.shipped)
  const exceptions = otherRules.length === 0 ? await input.exceptions?.(ruleSet) : undefined
  const askedFor = input.exceptions === undefined || exceptions !== undefined
  const against = [
    ...otherRules,
    ...checkCatalogue(document, input.catalogue),
    ...checkTrust(document, input.trust),
    ...(askedFor ? checkExceptions(document, exceptions) : []),
  ]
  if (against.length > 0) return differing(against)
  const { engine, catalogue } = input
  const judge = { ruleSet, profileId: document.profile.id, engine, exceptions }
  const evaluation = await evaluateBundle({ ...input, catalogue, asOf: document.asOf, judge })
  const { sha256 } = evaluation.document.bundle
  const otherBundle = sha256 === document.bundle.sha256 ? [] : [STATEMENTS.bundleOther(document.bundle.sha256, sha256)]
  if (evaluation.kind === 'refusal') return differing([...otherBundle, STATEMENTS.refused(evaluation.document)])
  const places = differences(bare(document), bare(evaluation.document))
  const failed = evaluation.faults.map(({ rule }) => rule)
  const told = [
    ...otherEngine(document, engine),
    ...otherBundle,
    ...otherReader(document, evaluation.document),
    ...(failed.length > 0 ? [STATEMENTS.faults(failed)] : []),
  ]
  if (places.length > 0) return differing([...told, STATEMENTS.differs(places.length)], places)
  return { result: 'same', statements: [...told, STATEMENTS.same], differences: [] }
}

function otherEngine({ engine: stated }: VerdictDocument, own: Judge['engine']): Statement[] {
  const [then, now] = [`${stated.name} ${stated.version}`, `${own.name} ${own.version}`]
  return then === now ? [] : [STATEMENTS.engineOther(then, now)]
}

function otherReader({ readings }: VerdictDocument, { readings: own }: Verdict): Statement[] {
  return readings.reader === own.reader ? [] : [STATEMENTS.readerOther(readings.reader, own.reader)]
}

/** What must come out the same: all but the engine, and what follows from the whole. */
function bare(document: object): Record<string, unknown> {
  const { engine: _e, digest: _d, signature: _s, ...rest } = document as Record<string, unknown>
  return rest
}
