import type { KeyObject } from 'node:crypto'
import { canonical, own, sha256, toPointer } from '../core/json.ts'
import { agencyCode } from '../core/names.ts'
import { recordOf } from '../intake/authority-record.ts'
import { catalogueOf } from '../intake/catalogue/authority-catalogue.ts'
import type { Exceptions } from '../rules/exceptions.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { registerHash } from './authority.ts'
import { type EvaluationInput, evaluateBundle, type Judge } from './pipeline.ts'
import { checkSignature } from './signature.ts'
import { type Input, STATEMENTS, type Statement } from './statements.ts'
import type { Verdict } from './verdict.ts'
import { readVerdictFile, type VerdictDocument } from './verdict-file.ts'

/** What a verdict is verified with. Rules and exceptions are asked for only once the file has proved intact. */
export interface VerifyInput
  extends Pick<
    EvaluationInput,
    'source' | 'catalogue' | 'records' | 'register' | 'trust' | 'limits' | 'stopwatch' | 'scans'
  > {
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
async function judgeAgain(document: VerdictDocument, input: VerifyInput): Promise<Again> {
  const ruleSet = await input.ruleSet()
  const otherRules = checkRuleSet(document, ruleSet, input.shipped)
  const exceptions = otherRules.length === 0 ? await input.exceptions?.(ruleSet) : undefined
  const askedFor = input.exceptions === undefined || exceptions !== undefined
  const against = [
    ...otherRules,
    ...(await checkAuthority(document, input)),
    ...checkRegister(document, input.register),
    ...checkTrust(document, input.trust),
    ...(askedFor ? checkExceptions(document, exceptions) : []),
  ]
  if (against.length > 0) return differing(against)
  const { engine, catalogue } = input
  const judge = { ruleSet, profileId: document.profile.id, engine, exceptions }
  const evaluate = (scans: VerifyInput['scans']) =>
    evaluateBundle({ ...input, scans, catalogue, asOf: document.asOf, judge })
  const left = await evaluate(undefined)
  // Scans are recognised again only where the verdict was made with their words; those of other papers cannot bring it.
  const { read, waiting } = document.readings.scans
  const isRead = (read > 0 || waiting !== undefined) && left.document.bundle.sha256 === document.bundle.sha256
  const evaluation = isRead && input.scans !== undefined ? await evaluate({ ...input.scans, waiting }) : left
  const { sha256 } = evaluation.document.bundle
  const otherBundle = sha256 === document.bundle.sha256 ? [] : [STATEMENTS.bundleOther(document.bundle.sha256, sha256)]
  if (evaluation.kind === 'refusal') return differing([...otherBundle, STATEMENTS.refused(evaluation.document)])
  const places = differences(bare(document), bare(evaluation.document))
  const failed = evaluation.faults.map(({ rule }) => rule)
  const told = [
    ...otherEngine(document, engine),
    ...otherBundle,
    ...otherReader(document, evaluation.document),
    ...(document.provisional ? [STATEMENTS.provisional(waiting?.length ?? 0)] : []),
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

/** What stands against judging a verdict again by these rules: they are others, or lack its profile. */
function checkRuleSet(
  { ruleSet, profile }: VerdictDocument,
  given: { sha256: string; source: { profiles: readonly { id: string }[] } },
  shipped: boolean,
): Statement[] {
  if (given.sha256 !== ruleSet.sha256)
    return [shipped ? STATEMENTS.ruleSetMissing(ruleSet) : STATEMENTS.ruleSetOther(ruleSet, given.sha256)]
  return given.source.profiles.some(({ id }) => id === profile.id) ? [] : [STATEMENTS.profileMissing(profile.id)]
}

/**
 * Whether the authority's catalogue and record of this agency are those the verdict names; the agency's own come with the
 * bundle.
 */
async function checkAuthority(
  { catalogue, records, agency, asOf }: VerdictDocument,
  { catalogue: lists, records: given, ...read }: VerifyInput,
): Promise<Statement[]> {
  const named = catalogue.source === 'authority' ? catalogue.sha256 : null
  // One file is known by its hash, and need not be read unless the verdict says that it was of no use.
  const whole = lists !== undefined && 'bytes' in lists && named !== null ? sha256(lists.bytes) : undefined
  const list = whole === undefined ? lists && (await catalogueOf(lists, agency, asOf, read)) : { sha256: whole }
  const record = given && (await recordOf(given, agency.code, read))
  return [
    ...compare('catalogue', named, list?.sha256 ?? undefined),
    ...compare('records', records.sha256, record?.sha256),
  ]
}

/** Whether the exceptions are those the verdict names. */
function checkExceptions({ exceptions }: VerdictDocument, given: Exceptions | undefined): Statement[] {
  return compare('exceptions', exceptions.sha256, given?.sha256)
}

/**
 * Whether the register tells of this agency what the verdict names. Where the verdict names nothing, the register may
 * still say just what the dossier says: judging again will tell.
 */
function checkRegister({ register, agency }: VerdictDocument, given: VerifyInput['register']): Statement[] {
  if (register === undefined) return []
  if (given === undefined) return [STATEMENTS.inputMissing('register', register.sha256)]
  const known = given(agencyCode(agency.code))
  if (known === undefined) return [STATEMENTS.registerWithout(agency.code)]
  return compare('register', register.sha256, registerHash(known))
}

/** Whether the trust list is the one the verdict names. */
function checkTrust({ trust }: VerdictDocument, given: { sha256: string } | undefined): Statement[] {
  return compare('trust', trust?.sha256 ?? null, given?.sha256)
}

function compare(input: Input, named: string | null, given: string | undefined): Statement[] {
  if (given === undefined) return named === null ? [] : [STATEMENTS.inputMissing(input, named)]
  return given === named ? [] : [STATEMENTS.inputOther(input, named, given)]
}

/** One place where two JSON values differ; a side that has nothing there is undefined. */
export interface Difference {
  /** RFC 6901. */
  pointer: string
  stated: unknown
  found: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every place where two JSON values differ, as deep as both still have the same shape, in the order of the first. */
export function differences(stated: unknown, found: unknown, path: readonly (string | number)[] = []): Difference[] {
  if (isObject(stated) && isObject(found)) {
    const keys = new Set([...Object.keys(stated), ...Object.keys(found)])
    return [...keys].flatMap((key) => differences(own(stated, key), own(found, key), [...path, key]))
  }
  if (Array.isArray(stated) && Array.isArray(found)) {
    const length = Math.max(stated.length, found.length)
    return Array.from({ length }, (_, at) => differences(stated[at], found[at], [...path, at])).flat()
  }
  return same(stated, found) ? [] : [{ pointer: toPointer(path), stated, found }]
}

function same(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b
  return canonical(a) === canonical(b)
}
