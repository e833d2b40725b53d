import { randomBytes } from 'node:crypto'
import { availableParallelism, userInfo } from 'node:os'
import { basename, resolve } from 'node:path'
import { dayInVietnam } from '../../core/days.ts'
import { InputError, LANGUAGES, type Language, type Localized } from '../../core/errors.ts'
import { canonical, digest } from '../../core/json.ts'
import { ownProcessorTime } from '../../documents/process/usage.ts'
import { readTrustList } from '../../documents/signature/trust-folder.ts'
import type { Register } from '../../dossier/agency.ts'
import { DEFAULT_LIMITS } from '../../intake/container.ts'
import { readInput } from '../../intake/input-file.ts'
import { registerWords } from '../../province/bundle-screening.ts'
import { prescreenOf } from '../../province/draw-up.ts'
import type { Prescreen } from '../../province/prescreen.ts'
import { type PlanChange, readPlanChanges, type Submission } from '../../province/submissions.ts'
import { prescreenText } from '../../render/province/text.ts'
import { findProfile } from '../../rules/rule-set.ts'
import { createService } from '../../service/create-service.ts'
import { makeUploadId } from '../../service/keys.ts'
import { standingChanges, readPlanChanges as writtenChanges } from '../../service/plan-changes.ts'
import { publishPrescreen } from '../../service/published.ts'
import type { Store } from '../../service/store.ts'
import { chosenRules, hashOfInput, readRegisterFile } from '../load.ts'
import { dateArgument, EXIT, flagOrVariable, type Given, oneOf, readArguments, wholeNumber } from '../options.ts'
import {
  type DeskSettings,
  deskJudge,
  prepareCache,
  type ScreenedBundle,
  usualCache,
} from '../prescreen/bundle-judge.ts'
import { type CameIn, changeWarnings, folderInput, otherEntries, storeInput } from '../prescreen/inputs.ts'
import { ruleChangesSince, unsignedAmong, verdictsAmong, writeVerdicts } from '../prescreen/verdicts.ts'
import { readPrescreen } from '../province-input.ts'
import { folderStores, keysFolder, s3Stores } from '../serve/place.ts'
import type { Place } from '../serve/settings.ts'
import { servicePlace } from '../service-options.ts'
import { PRESCREEN } from '../tables/province.ts'
import { folderSigner, ownKeysFolder, refuseUnsigned, type VerdictTrust, verdictTrust } from '../verdict-keys.ts'
import { PRESCREEN_TEXTS } from '../words.ts'

/**
 * `qms-verdict prescreen`: judges the bundles of all agencies of a register and prints the pre-screening of the year.
 * @returns 0, whatever is wrong with bundles: that is in the document
 */
export async function prescreen(args: string[]): Promise<number> {
  const options = prescreenOptions(args)
  const { year, asOf, seed, lang } = options
  const warn = (texts: readonly Localized[]) => texts.forEach((text) => void process.stderr.write(`${text[lang]}\n`))
  const ruleSet = await chosenRules(options.rules, options.ruleSet)
  const profile = findProfile(ruleSet, options.profile)
  const register = await readRegisterFile(options.register)
  const trust = await verdictTrust(options.verdictFiles)
  const before = options.previous === undefined ? undefined : await readPrescreen(options.previous, trust)
  const previous = before?.document
  const desk = options.publish && { ...options.publish, store: folderStores(options.publish.data).verdicts }
  const changes = [...(desk ? await changesAtDesk(desk, year) : []), ...(await changesAt(options.changes))]
  const settings = await settingsOf(options, register, canonical(ruleSet.source))
  const { came, others } = await cameIn(settings, options, trust)
  warn([...register.warnings, ...otherEntries(others)])
  warn(changeWarnings(options.changes ?? '', changes, register))
  warn(came.flatMap(({ warnings }) => warnings))
  const earlier = await earlierBundles(settings, options, trust)
  const submissions = came.map(({ name, result }) => submission(name, result))
  const input = {
    register,
    submissions,
    year,
    asOf,
    ruleSet,
    profile,
    seed,
    previous,
    earlier: earlier?.screenings,
    changes,
  }
  const drawn = prescreenOf(input)
  const since = await ruleChangesSince(options.previousVerdicts, previous, came, trust, warn)
  const json = options.format === 'json'
  const { data } = options.verdictFiles
  // Nobody's key is made for what is only read on a screen.
  const signer =
    json || options.verdicts !== undefined || desk
      ? await folderSigner(data === undefined ? ownKeysFolder() : keysFolder(data))
      : undefined
  const isPreviousUnsigned = before?.unsigned || earlier?.isUnsigned || since?.isUnsigned
  const plain: Prescreen = {
    ...drawn,
    ...unsignedAmong(drawn, came),
    ...(isPreviousUnsigned && { unsignedPrevious: true }),
  }
  const document = signer === undefined ? plain : await signer.signDocument(plain)
  if (options.verdicts !== undefined && signer)
    await writeVerdicts(options.verdicts, verdictsAmong(document, came), document, signer)
  if (desk && signer) {
    const id = makeUploadId(new Date().toISOString(), randomBytes(4).toString('hex'))
    const of = { province: desk.province, year, id, by: userInfo().username, registered: register.members.length }
    await publishPrescreen(of, document, verdictsAmong(document, came), desk.store, signer)
  }
  process.stdout.write(
    json
      ? `${JSON.stringify(document, null, 2)}\n`
      : prescreenText(document, { ...input, previous, ruleChanges: since?.changes, lang }),
  )
  return EXIT.ok
}

async function changesAt(file: string | undefined): Promise<PlanChange[]> {
  return file === undefined ? [] : readPlanChanges(basename(file), new TextDecoder().decode(await readInput(file)))
}

/** What inspectors wrote on the plan's page of the service. */
async function changesAtDesk({ province, store }: { province: string; store: Store }, year: number) {
  return standingChanges(await writtenChanges(province, year, store))
}

async function settingsOf(
  { asOf, profile, cache, trust, catalogue, records }: PrescreenOptions,
  register: Register,
  ruleSet: string,
): Promise<DeskSettings> {
  if (cache !== undefined) await prepareCache(cache)
  const hashes = await Promise.all([catalogue, records].map((path) => path && hashOfInput(path)))
  const authority = { catalogue, records, sha256: digest(hashes.map((hash) => hash ?? null)) }
  return {
    asOf,
    profileId: profile,
    ruleSet,
    known: registerWords(register),
    ...(hashes.some((hash) => hash !== undefined) && { authority }),
    cache,
    trust: trust === undefined ? undefined : await readTrustList(trust),
  }
}

/** What came in: the folder that was named, else what the service keeps. */
async function cameIn(
  settings: DeskSettings,
  options: PrescreenOptions,
  verdictTrust: VerdictTrust,
): Promise<{ came: CameIn[]; others: string[] }> {
  const { from } = options
  if ('folder' in from) {
    const { came, others } = await folderInput(from.folder, settings, { ...options, verdictTrust })
    const ownFile = (name: string) => resolve(from.folder, name) === resolve(options.register)
    return { came, others: others.filter((name) => !ownFile(name)) }
  }
  const { judge } = await deskJudge(settings)
  const stores = 'folder' in from.place ? folderStores(from.place.folder) : s3Stores(from.place.s3)
  const stopwatch = ownProcessorTime
  const service = createService({ ...stores, judge, trust: settings.trust, limits: DEFAULT_LIMITS, stopwatch })
  return { came: await storeInput(service, settings, options), others: [] }
}

/**
 * Last year's bundles and verdicts that can be read, and whether a verdict among them bore no known signature; one that
 * cannot be read tells nothing of what was handed in again.
 */
async function earlierBundles(settings: DeskSettings, options: PrescreenOptions, verdictTrust: VerdictTrust) {
  if (options.previousBundles === undefined) return undefined
  const { came } = await folderInput(options.previousBundles, settings, { ...options, verdictTrust })
  const screenings = came.flatMap(({ result }) => (result.kind === 'verdict' ? [result.screening] : []))
  return { screenings, isUnsigned: came.some(({ unsigned }) => unsigned) }
}

function submission(file: string, result: ScreenedBundle): Submission {
  return result.kind === 'verdict' ? { file, screening: result.screening } : { file, refused: result.code }
}

/** What `qms-verdict prescreen` was asked to do. */
export interface PrescreenOptions {
  /** Where the bundles are: a folder of them, or the service's own store. */
  from: { folder: string } | { place: Place }
  register: string
  year: number
  profile: string
  asOf: string
  /** What the authority gives beside the bundles: files, or folders with one for each agency. */
  catalogue: string | undefined
  records: string | undefined
  previous: string | undefined
  previousBundles: string | undefined
  previousVerdicts: string | undefined
  changes: string | undefined
  rules: string | undefined
  ruleSet: string | undefined
  /** Folder, or file, of trusted certificates. */
  trust: string | undefined
  seed: number
  jobs: number
  cache: string | undefined
  verdicts: string | undefined
  /** By which signatures verdict files are taken, and the service's folder whose key signs. */
  verdictFiles: Parameters<typeof verdictTrust>[0]
  /** Data folder of the service that the authority of a province asks for the document. */
  publish: { data: string; province: string } | undefined
  format: 'text' | 'json'
  lang: Language
}

/** @throws InputError saying what is missing or wrong */
export function prescreenOptions(args: string[]): PrescreenOptions {
  const { values, positionals } = readArguments(args, PRESCREEN.options)
  const [folder, ...more] = positionals
  const { register, 'as-of': day } = values
  const from = folder === undefined ? storeOf(values) : { folder }
  if (from === undefined || more.length > 0 || register === undefined || values.year === undefined) throw usage()
  const year = wholeNumber('--year', values.year, 2000, 2200)
  const unsigned = values['unsigned-verdicts']
  refuseUnsigned(unsigned, values.province !== undefined)
  return {
    from,
    register,
    year,
    profile: values.profile,
    asOf: day === undefined ? dayInVietnam(new Date().toISOString()) : dateArgument('--as-of', day),
    catalogue: values.catalogue,
    records: values.records,
    previous: values.previous,
    previousBundles: values['previous-bundles'],
    previousVerdicts: values['previous-verdicts'],
    changes: values.changes,
    rules: values.rules,
    ruleSet: values['rule-set'],
    trust: flagOrVariable('trust', 'TRUST_LIST', { values, environment: process.env }),
    seed: values.seed === undefined ? year : wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
    jobs: values.jobs === undefined ? availableParallelism() : wholeNumber('--jobs', values.jobs, 1, 64),
    cache: values['no-cache'] ? undefined : (values.cache ?? usualCache()),
    verdicts: values.verdicts,
    verdictFiles: { 'verdict-keys': values['verdict-keys'], data: values.data, unsigned },
    publish:
      folder === undefined && values.province === undefined ? undefined : publishAt(values.data, values.province),
    format: oneOf('--format', values.format, PRESCREEN.options.format.argument),
    lang: oneOf('--lang', values.lang, LANGUAGES),
  }
}

const usage = () => new InputError(PRESCREEN_TEXTS.folderBundlesOrService)

/** The service's store, where one is named and no folder is. */
function storeOf({
  data = '',
  ...values
}: Given['values'] & { data?: string | undefined }): { place: Place } | undefined {
  const place = servicePlace({ values: { ...values, data }, environment: process.env })
  return 'folder' in place && place.folder === '' ? undefined : { place }
}

function publishAt(data: string | undefined, province: string | undefined): PrescreenOptions['publish'] {
  if (data === undefined && province === undefined) return undefined
  if (data !== undefined && province !== undefined && /^[A-Z]\d{2}$/.test(province)) return { data, province }
  throw new InputError(PRESCREEN_TEXTS.publishServiceBothData)
}
