import type { KeyObject } from 'node:crypto'
import type { Exceptions } from '../rules/exceptions.ts'
import type { LoadedRuleSet } from '../rules/load-rules.ts'
import type { EvaluationInput, Judge } from './evaluate-bundle.ts'
import { checkSignature } from './signature.ts'
import type { Difference } from './verify/differences.ts'
import { judgeAgain } from './verify/judge-again.ts'
import { STATEMENTS, type Statement } from './verify/statements.ts'
import { readVerdictFile, type VerdictDocument } from './verify/verdict-file.ts'

/** What a verdict is verified with. Rules and exceptions are asked for only once the file has proved intact. */
export interface VerifyInput
  extends Pick<EvaluationInput, 'source' | 'catalogue' | 'trust' | 'limits' | 'stopwatch' | 'scans'> {
  file: { bytes: Uint8Array; name: string }
  /** Ed25519 public key; without one a signature is not checked. */
  key?: KeyObject | undefined
  ruleSet(): Promise<LoadedRuleSet>
  /** Whether `ruleSet` gives the rules shipped with the engine because no others were named. */
  shipped: boolean
  exceptions?(ruleSet: LoadedRuleSet): Promise<Exceptions>
  engine: Judge['engine']
  signal?: AbortSignal
  progress?: EvaluationInput['progress']
}

/**
 * What verifying came to. `unusable`: no verdict, edited, or not signed by the key. `differs`: the file is intact but the
 * same verdict does not come out of what was given. `same`: it does.
 */
export interface Verification {
  result: 'same' | 'differs' | 'unusable'
  statements: readonly Statement[]
  /** Every place where the verdict that comes out differs; the engine and the digest do not count. */
  differences: readonly Difference[]
  /** The verdict's own words, for whoever shows where it differs; absent when unusable. */
  document?: VerdictDocument
}

/**
 * Verifies a stored verdict: whether its bytes are intact, and whether judging the bundle again on the same day by the
 * same rules, profile, catalogue, trust list and exceptions brings the same verdict.
 *
 * @throws InputError when the rules or exceptions that were given cannot be used; what the source of bytes throws
 */
export async function verifyVerdict(input: VerifyInput): Promise<Verification> {
  const { bytes, name } = input.file
  const file = readVerdictFile(bytes, name)
  if ('wrong' in file) return unusable(file.wrong)
  const { document } = file
  const signature = await signatureOf(document, name, input.key)
  if (signature && UNUSABLE.includes(signature.id)) return unusable(signature)
  const told = [STATEMENTS.intact, ...(signature ? [signature] : [])]
  const again = await judgeAgain(document, input)
  return { ...again, statements: [...told, ...again.statements], document }
}

const UNUSABLE = ['unsigned', 'signatureWrong']
const unusable = (statement: Statement): Verification => ({
  result: 'unusable',
  statements: [statement],
  differences: [],
})

async function signatureOf(
  { digest, signature }: VerdictDocument,
  name: string,
  key: KeyObject | undefined,
): Promise<Statement | undefined> {
  if (signature === undefined) return key && STATEMENTS.unsigned(name)
  if (!key) return STATEMENTS.signatureUnchecked
  const check = await checkSignature({ digest, signature }, key)
  return check.valid ? STATEMENTS.signatureValid(check) : STATEMENTS.signatureWrong(check)
}
