import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Localized, withValues } from '../../core/errors.ts'
import type { Prescreen, PrescreenAgency } from '../../province/prescreen.ts'
import type { RuleChanges } from '../../render/province/text.ts'
import { changesBetween } from '../../service/entry.ts'
import { verdictsOf } from '../../service/published.ts'
import { isSignedByKnown, type VerdictSigner } from '../../verdict/known-keys.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { readVerdictFile } from '../../verdict/verdict-file.ts'
import { writeOutput } from '../output.ts'
import type { VerdictTrust } from '../verdict-keys.ts'
import { VERDICTS_TEXTS } from '../words.ts'
import type { CameIn } from './inputs.ts'

/** Verdicts by the code of their agency, and what is wrong with those that cannot be used. */
export interface VerdictsRead {
  verdicts: ReadonlyMap<string, Verdict>
  wrong: ReadonlyMap<string, Localized>
  /** Codes of the agencies whose verdict was taken without a known signature. */
  unsigned: ReadonlySet<string>
}

/** The verdicts that the pre-screening was made from: `<code>.json`, intact, signed, of the bundle and day the document names. */
export async function readVerdicts(
  folder: string,
  { agencies, asOf }: Prescreen,
  trust: VerdictTrust,
): Promise<VerdictsRead> {
  const verdicts = new Map<string, Verdict>()
  const wrong = new Map<string, Localized>()
  const unsigned = new Set<string>()
  for (const agency of agencies) {
    if (agency.bundle === null) continue
    const read = await readVerdict(join(folder, `${agency.code}.json`), agency, asOf, trust)
    if ('wrong' in read) wrong.set(agency.code, read.wrong)
    else {
      verdicts.set(agency.code, read.verdict)
      if (read.unsigned) unsigned.add(agency.code)
    }
  }
  return { verdicts, wrong, unsigned }
}

async function readVerdict(
  path: string,
  { bundle }: PrescreenAgency,
  asOf: string,
  trust: VerdictTrust,
): Promise<{ verdict: Verdict; unsigned: boolean } | { wrong: Localized }> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch {
    return {
      wrong: withValues(VERDICTS_TEXTS.cannotReadRunQms, { path }),
    }
  }
  const read = readVerdictFile(bytes, path)
  if ('wrong' in read) return { wrong: read.wrong.text }
  const { document } = read
  const unsigned = !(await isSignedByKnown(document, trust.keys))
  if (unsigned && !trust.unsigned)
    return {
      wrong: withValues(VERDICTS_TEXTS.bearsNoSignatureKnown, { path }),
    }
  if (document.bundle.sha256 === bundle?.sha256 && document.asOf === asOf)
    // The schema looks at its head alone; the signature, or the person who asked for it, answers for the rest.
    return { verdict: document as unknown as Verdict, unsigned }
  return {
    wrong: withValues(VERDICTS_TEXTS.anotherBundleOrAnother, { path, asOf: document.asOf, asOf2: asOf }),
  }
}

/** The verdict of each agency's bundle that counts, of all that came in. */
export function verdictsAmong(document: Prescreen, came: readonly CameIn[]): ReadonlyMap<string, Verdict> {
  const judged = came.flatMap(({ name, result }) =>
    result.kind === 'verdict' ? [[name, result.verdict] as const] : [],
  )
  return verdictsOf(document, new Map(judged))
}

/** Codes of the agencies that count by a verdict without a known signature, in the document's order; absent for none. */
export function unsignedAmong({ agencies }: Prescreen, came: readonly CameIn[]): { unsignedVerdicts?: string[] } {
  const names = new Set(came.flatMap(({ name, unsigned }) => (unsigned ? [name] : [])))
  const codes = agencies.flatMap(({ code, bundle }) => (bundle !== null && names.has(bundle.name) ? [code] : []))
  return codes.length === 0 ? {} : { unsignedVerdicts: codes }
}

/**
 * Writes verdicts as `<code>.json`: what letters are made from. Each is signed, but those of agencies whose verdict bore no
 * known signature itself.
 * @throws InputError when the folder cannot be written
 */
export async function writeVerdicts(
  folder: string,
  verdicts: ReadonlyMap<string, Verdict>,
  { unsignedVerdicts = [] }: Prescreen,
  signer: Pick<VerdictSigner, 'sign'>,
): Promise<void> {
  for (const [code, verdict] of verdicts) {
    const written = unsignedVerdicts.includes(code) ? verdict : await signer.sign(verdict)
    await writeOutput(folder, `${code}.json`, `${JSON.stringify(written, null, 2)}\n`)
  }
}

/** What came out otherwise than in last year's verdicts, and whether one of those bore no known signature. */
export interface ChangesSince {
  changes: RuleChanges
  isUnsigned: boolean
}

/**
 * Rule by rule, what came out otherwise than in last year's verdicts; undefined without both last year's document and
 * the folder of its verdicts. A verdict of last year that cannot be used is told.
 */
export async function ruleChangesSince(
  folder: string | undefined,
  previous: Prescreen | undefined,
  came: readonly CameIn[],
  trust: VerdictTrust,
  warn: (texts: readonly Localized[]) => void,
): Promise<ChangesSince | undefined> {
  if (folder === undefined || previous === undefined) return undefined
  const { verdicts, wrong, unsigned } = await readVerdicts(folder, previous, trust)
  warn([...wrong.values()])
  const changes = new Map(
    came.flatMap(({ result }) => {
      if (result.kind === 'refusal') return []
      const { code } = result.verdict.agency
      const before = verdicts.get(code)
      return before === undefined ? [] : [[code, changesBetween(before, result.verdict)] as const]
    }),
  )
  return { changes, isUnsigned: unsigned.size > 0 }
}
