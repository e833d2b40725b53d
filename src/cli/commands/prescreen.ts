import { basename, resolve } from 'node:path'
import { canonical } from '../../base/canonical.ts'
import type { Localized } from '../../base/localized.ts'
import { DEFAULT_LIMITS } from '../../bundle/container.ts'
import { readRegister } from '../../bundle/register/read-register.ts'
import type { Submission } from '../../cohort/input.ts'
import { type PlanChange, readPlanChanges } from '../../cohort/plan/changes.ts'
import { prescreenOf } from '../../cohort/prescreen-of.ts'
import { standingChanges, readPlanChanges as writtenChanges } from '../../desk/plan-changes.ts'
import { publishPrescreen } from '../../desk/published.ts'
import type { Register } from '../../dossier/member.ts'
import { readTrustList } from '../../evidence/signature/read-trust-list.ts'
import { folderStores } from '../../local/place/folder-place.ts'
import { s3Stores } from '../../local/place/s3-place.ts'
import { prescreenText } from '../../report/cohort/text/prescreen-text.ts'
import { createService } from '../../service/create-service.ts'
import type { Store } from '../../store/store.ts'
import { findProfile } from '../../verdict/find-profile.ts'
import { EXIT } from '../exit.ts'
import { chosenRules, readInput } from '../load.ts'
import { prepareCache } from '../prescreen/cache.ts'
import { type DeskSettings, deskJudge } from '../prescreen/desk.ts'
import { type CameIn, folderInput } from '../prescreen/folder-input.ts'
import { readPrescreen } from '../prescreen/read-prescreen.ts'
import { ruleChangesSince } from '../prescreen/rule-changes.ts'
import type { ScreenedBundle } from '../prescreen/screened-bundle.ts'
import { storeInput } from '../prescreen/store-input.ts'
import { changeWarnings, otherEntries } from '../prescreen/warnings.ts'
import { verdictsAmong, writeVerdicts } from '../prescreen/write-verdicts.ts'
import { type PrescreenOptions, prescreenOptions } from './prescreen-options.ts'

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
  const register = await registerAt(options.register)
  const previous = options.previous === undefined ? undefined : await readPrescreen(options.previous)
  const desk = options.publish && { ...options.publish, store: folderStores(options.publish.data).verdicts }
  const changes = [...(desk ? await changesAtDesk(desk, year) : []), ...(await changesAt(options.changes))]
  const settings = await settingsOf(options, register, canonical(ruleSet.source))
  const { came, others } = await cameIn(settings, options)
  warn([...register.warnings, ...otherEntries(others)])
  warn(changeWarnings(options.changes ?? '', changes, register))
  warn(came.flatMap(({ warnings }) => warnings))
  const earlier = await earlierBundles(settings, options)
  const submissions = came.map(({ name, result }) => submission(name, result))
  const input = { register, submissions, year, asOf, ruleSet, profile, seed, previous, earlier, changes }
  const document = prescreenOf(input)
  if (options.verdicts !== undefined) await writeVerdicts(options.verdicts, verdictsAmong(document, came))
  if (desk) await publishPrescreen(desk.province, document, verdictsAmong(document, came), desk.store)
  const ruleChanges = await ruleChangesSince(options.previousVerdicts, previous, came, warn)
  const json = options.format === 'json'
  process.stdout.write(
    json
      ? `${JSON.stringify(document, null, 2)}\n`
      : prescreenText(document, { ...input, previous, ruleChanges, lang }),
  )
  return EXIT.ok
}

async function registerAt(file: string): Promise<Register> {
  const options = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }
  return readRegister(await readInput(file), basename(file), options)
}

async function changesAt(file: string | undefined): Promise<PlanChange[]> {
  return file === undefined ? [] : readPlanChanges(basename(file), new TextDecoder().decode(await readInput(file)))
}

/** What inspectors wrote on the plan's page of the service. */
async function changesAtDesk({ province, store }: { province: string; store: Store }, year: number) {
  return standingChanges(await writtenChanges(province, year, store))
}

async function settingsOf(
  { asOf, profile, cache, trust }: PrescreenOptions,
  { members }: Register,
  ruleSet: string,
): Promise<DeskSettings> {
  if (cache !== undefined) await prepareCache(cache)
  const blocks = Object.fromEntries(members.map(({ code, block }) => [code, block]))
  return {
    asOf,
    profileId: profile,
    ruleSet,
    blocks,
    cache,
    trust: trust === undefined ? undefined : await readTrustList(trust),
  }
}

/** What came in: the folder that was named, else what the service keeps. */
async function cameIn(
  settings: DeskSettings,
  options: PrescreenOptions,
): Promise<{ came: CameIn[]; others: string[] }> {
  const { from } = options
  if ('folder' in from) {
    const { came, others } = await folderInput(from.folder, settings, options)
    const ownFile = (name: string) => resolve(from.folder, name) === resolve(options.register)
    return { came, others: others.filter((name) => !ownFile(name)) }
  }
  const { judge } = await deskJudge(settings)
  const stores = 'folder' in from.place ? folderStores(from.place.folder) : s3Stores(from.place.s3)
  const stopwatch = () => performance.now()
  const service = createService({ ...stores, judge, trust: settings.trust, limits: DEFAULT_LIMITS, stopwatch })
  return { came: await storeInput(service, settings, options), others: [] }
}

/** Last year's bundles that can be read; one that cannot tells nothing of what was handed in again. */
async function earlierBundles(settings: DeskSettings, options: PrescreenOptions) {
  if (options.previousBundles === undefined) return undefined
  const { came } = await folderInput(options.previousBundles, settings, options)
  return came.flatMap(({ result }) => (result.kind === 'verdict' ? [result.screening] : []))
}

function submission(file: string, result: ScreenedBundle): Submission {
  return result.kind === 'verdict' ? { file, screening: result.screening } : { file, refused: result.code }
}
