import { readFile } from 'node:fs/promises'
import { type Language, type Localized, withValues } from '../../core/errors.ts'
import { own } from '../../core/json.ts'
import type { Block, Register } from '../../dossier/agency.ts'
import { screeningOfVerdict } from '../../province/screening.ts'
import type { PlanChange } from '../../province/submissions.ts'
import type { RuleSource } from '../../rules/rule-source.ts'
import { screenStore } from '../../service/draw-up.ts'
import type { Service } from '../../service/service.ts'
import { isSignedByKnown } from '../../verdict/known-keys.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { readVerdictFile, type VerdictDocument } from '../../verdict/verdict-file.ts'
import { anyBundlesIn } from '../bundles.ts'
import { progressLine } from '../output.ts'
import type { VerdictTrust } from '../verdict-keys.ts'
import { INPUTS_TEXTS, INPUTS_TOLD, INPUTS_UNSIGNED_WORDS as UNSIGNED_WORDS } from '../words.ts'
import { authorityAt, type DeskSettings, deskJudge, plainFaults, type ScreenedBundle } from './bundle-judge.ts'
import { type NamedBundle, runBundles } from './run-bundles.ts'

/** One thing that came in, by its name, what came of it, and what the person at the desk is told of it. */
export interface CameIn {
  name: string
  result: ScreenedBundle
  warnings: readonly Localized[]
  /** A verdict that was taken without a known signature, since that was asked for. */
  unsigned?: true
}

/** How a run shows itself and how many threads it takes. */
export interface RunOptions {
  jobs: number
  lang: Language
  /** By which signatures verdict files are taken. */
  verdictTrust: VerdictTrust
}

/**
 * The bundles of a folder, judged, and the verdicts (`.json`) that lie among them: one whose bundle lies there too is judged
 * with it, one with a known signature is taken as it is.
 * @returns what came of each, and the names of what is neither
 * @throws InputError when the folder cannot be read, or as a desk does
 */
export async function folderInput(
  folder: string,
  settings: DeskSettings,
  { jobs, lang, verdictTrust }: RunOptions,
): Promise<{ came: CameIn[]; others: string[] }> {
  const { bundles, verdicts, others } = await anyBundlesIn(folder)
  const heard = onInterrupt(lang, settings.cache !== undefined)
  const line = progressLine(lang, lang === 'vi' ? 'Đang rà soát hồ sơ' : 'Pre-screening')
  try {
    const results = await runBundles(bundles, settings, jobs, line.show)
    const judged = results.map((result, at): CameIn => {
      const bundle = bundles[at] ?? { name: '', path: '' }
      return { name: bundle.name, result, warnings: bundleWarnings(bundle, result) }
    })
    const rules = verdicts.length === 0 ? [] : (await deskJudge(settings)).judge.ruleSet.source.rules
    const taken: CameIn[] = []
    for (const file of verdicts) {
      const read = await readTrusted(file, verdictTrust)
      const bundle = read.unsigned && judged.find(({ result }) => isOf(result, read.document))
      if (bundle) bundle.warnings = [...bundle.warnings, judgedAgain(file, bundle)]
      else taken.push(taking(file, read, verdictTrust, rules, settings))
    }
    return { came: [...judged, ...taken], others }
  } finally {
    line.clear()
    heard()
  }
}

/**
 * What the service keeps, judged again for this run, with the progress of it.
 * @throws InputError for an unknown profile, or when a bundle's facts and bytes are both gone
 */
export async function storeInput(
  service: Pick<Service, 'listAgencies' | 'screenAgency'>,
  settings: DeskSettings,
  { lang }: Pick<RunOptions, 'lang'>,
): Promise<CameIn[]> {
  const { asOf, profileId } = settings
  const { known } = await deskJudge(settings)
  const by = { asOf, profileId, known, files: await authorityAt(settings) }
  const line = progressLine(lang, lang === 'vi' ? 'Đang rà soát hồ sơ' : 'Pre-screening')
  try {
    const screened = await screenStore(service, by, line.show)
    return screened.map(({ name, result }) => {
      const plain = plainFaults(result)
      return { name, result: plain, warnings: bundleWarnings({ name, path: name }, plain) }
    })
  } finally {
    line.clear()
  }
}

/** The code under which a verdict that cannot be used stands among the refused. */
const UNUSABLE = 'verdict-unusable'

/** A verdict file that was read, or what is wrong with it. */
type ReadVerdict = { document: VerdictDocument; unsigned: boolean } | { wrong: Localized; unsigned: false }

/** An intact verdict, and whether a known key signed it. Anybody can compute a digest: it proves nothing of who wrote it. */
async function readTrusted({ name, path }: NamedBundle, { keys }: VerdictTrust): Promise<ReadVerdict> {
  const read = readVerdictFile(await readFile(path), name)
  if ('wrong' in read) return { wrong: read.wrong.text, unsigned: false }
  return { document: read.document, unsigned: !(await isSignedByKnown(read.document, keys)) }
}

/** Whether a bundle that was judged here is the one that a verdict speaks of. */
function isOf(judged: ScreenedBundle, { bundle }: VerdictDocument): boolean {
  return judged.kind === 'verdict' && judged.verdict.bundle.sha256 === bundle.sha256
}

function judgedAgain({ name }: NamedBundle, bundle: { name: string }): Localized {
  return withValues(INPUTS_TEXTS.verdictBearsNoKnown, { name, bundleName: bundle.name })
}

/** The code under which a verdict stands among the refused whose signature is not known. */
const UNSIGNED = 'verdict-unsigned'

/**
 * What a verdict file comes to: taken as it was judged then, or refused.
 * @param rules of the set in use
 */
function taking(
  file: NamedBundle,
  read: ReadVerdict,
  trust: VerdictTrust,
  rules: readonly RuleSource[],
  settings: DeskSettings,
): CameIn {
  const { name } = file
  const refused = (code: string, message: Localized): CameIn => {
    const result = { kind: 'refusal', code, message } as const
    return { name, result, warnings: bundleWarnings(file, result) }
  }
  if ('wrong' in read) return refused(UNUSABLE, read.wrong)
  if (read.unsigned && !trust.unsigned) return refused(UNSIGNED, UNSIGNED_WORDS)
  // The schema looks at its head alone; the signature, or the person who asked for it, answers for the rest.
  const verdict = read.document as unknown as Verdict
  const screening = screeningOfVerdict(verdict, rules)
  const saidBlock = screening.agency.block as Block
  const result: ScreenedBundle = { kind: 'verdict', screening, verdict, saidBlock, faults: [] }
  const came = { name, result, warnings: verdictWarnings(file, result, settings) }
  return read.unsigned ? { ...came, unsigned: true } : came
}

/** What a person must know of a verdict that was not judged as this run judges. */
function verdictWarnings(
  { name }: NamedBundle,
  result: ScreenedBundle,
  { asOf, profileId, known: words }: Pick<DeskSettings, 'asOf' | 'profileId' | 'known'>,
): Localized[] {
  if (result.kind === 'refusal') return []
  const { verdict } = result
  const { code, block } = verdict.agency
  const known = own(words, code)?.block
  const told: Localized[] = []
  if (verdict.asOf !== asOf || verdict.profile.id !== profileId)
    told.push(
      withValues(INPUTS_TEXTS.verdictUnderProfilePre, {
        name,
        asOf: verdict.asOf,
        id: verdict.profile.id,
        asOf2: asOf,
        profileId,
      }),
    )
  if (known !== undefined && known !== block)
    told.push(withValues(INPUTS_TEXTS.verdictSaysBlockRegister, { name, block, known }))
  return told
}

/** What the person at the desk is told beside the document: refusals, blocks the register knows better, our faults. */
function bundleWarnings({ name }: NamedBundle, result: ScreenedBundle): Localized[] {
  if (result.kind === 'refusal')
    return [withValues(INPUTS_TEXTS.joined, { name, code: result.code, message: result.message })]
  const { screening, saidBlock, faults } = result
  const { code, block } = screening.agency
  const conflict = withValues(INPUTS_TEXTS.bundleSaysBlockRegister, { name, code, saidBlock, block })
  const crashed = faults.map(({ rule, said }) => withValues(INPUTS_TEXTS.faultSoftwareInRule, { name, rule, said }))
  return [...(saidBlock === block ? [] : [conflict]), ...crashed]
}

/** Changes beside the plan that speak of no agency of the register. */
export function changeWarnings(file: string, changes: readonly PlanChange[], { members }: Register): Localized[] {
  const known = new Set(members.map(({ code }) => code))
  return changes
    .filter(({ agency }) => !known.has(agency))
    .map(({ agency }) => withValues(INPUTS_TEXTS.registerNoAgencyChange, { file, agency }))
}

/** Entries of the folder that are no bundle. */
export function otherEntries(others: readonly string[]): Localized[] {
  const list = others.join(', ')
  return others.length === 0 ? [] : [withValues(INPUTS_TEXTS.noBundlesPassedOver, { list })]
}

/** What a shell expects of a command that ended by SIGINT: 128 and the number of the signal. */
const INTERRUPTED = 130

const TOLD: Record<'kept' | 'lost', Localized> = INPUTS_TOLD

/**
 * Lets a person break off a run and says what becomes of it.
 * @returns what ends this
 */
function onInterrupt(lang: Language, kept: boolean): () => void {
  const stop = () => {
    process.stderr.write(`\n${TOLD[kept ? 'kept' : 'lost'][lang]}\n`)
    process.exit(INTERRUPTED)
  }
  process.once('SIGINT', stop)
  return () => process.removeListener('SIGINT', stop)
}
