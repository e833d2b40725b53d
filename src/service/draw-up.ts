import { own } from '../core/json.ts'
import type { Register } from '../dossier/agency.ts'
import { registerWords, type ScreenedDossier } from '../province/bundle-screening.ts'
import type { AuthorityFiles, RegisterWord } from '../verdict/authority.ts'
import type { VerdictSigner } from '../verdict/known-keys.ts'
import type { Judge } from '../verdict/pipeline.ts'
import { sentFor } from './authority-files.ts'
import { readPlanChanges, standingChanges } from './plan-changes.ts'
import { publishPrescreen, readPublished, verdictsOf } from './published.ts'
import type { Service } from './service.ts'
import type { Store } from './store.ts'
import type { Workers } from './tasks.ts'

/** What a province's pre-screening is drawn up from, beside what the service keeps. */
export interface DrawUp {
  province: string
  register: Register
  year: number
  /** `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh. */
  asOf: string
  judge: Judge
  isOwn: (code: string) => boolean
}

/** What a pre-screening is drawn up with. */
interface DrawUpTools {
  service: Pick<Service, 'listAgencies' | 'screenAgency'>
  /** Where it is published. */
  store: Pick<Store, 'read' | 'list' | 'put'>
  signer: VerdictSigner
  workers: Workers
}

/**
 * Draws up the pre-screening of a year from the accepted bundles of a province, compares it with last year's published one,
 * keeps to what inspectors wrote beside the plan, and publishes it with its verdicts. Lots are drawn by the year.
 * @throws InputError for an unknown profile, or when a bundle's facts and bytes are both gone
 */
export async function drawUp(
  { province, register, year, asOf, judge, isOwn }: DrawUp,
  { service, store, signer, workers }: DrawUpTools,
): Promise<void> {
  const words = registerWords(register)
  const by = { asOf, profileId: judge.profileId, known: (code: string) => own(words, code) }
  const screened = await screenStore(service, by, isOwn)
  const prepared = await workers.run('prescreen', {
    register,
    submissions: screened.map(({ name, result }) => ({ file: name, screening: result.screening })),
    year,
    asOf,
    profileId: judge.profileId,
    seed: year,
    previous: await readPublished(province, year - 1, store, { signer, workers }),
    changes: standingChanges(await readPlanChanges(province, year, store)),
  })
  const byName = new Map(screened.map(({ name, result }) => [name, result.verdict]))
  await publishPrescreen(province, prepared, verdictsOf(prepared.bundles, byName), store, signer)
}

/** An accepted bundle by its key in the store, judged again for the authority's desk. */
export interface ScreenedUpload {
  name: string
  result: ScreenedDossier
}

/** By what everything is judged, and what the authority's register tells of an agency. */
export interface ScreenBy {
  /** `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh. */
  asOf: string
  profileId: string
  known(code: string): RegisterWord | undefined
  /** What the authority gives beside what the store holds of it. */
  files?: AuthorityFiles
}

/**
 * The last accepted bundle of every agency that the service keeps, judged again on a day. What the service refused was told
 * to the agency then, and does not stand here.
 * @param isOwn whether an agency is to be looked at, by its code
 * @throws InputError for an unknown profile, or when a bundle's facts and bytes are both gone
 */
export async function screenStore(
  service: Pick<Service, 'listAgencies' | 'screenAgency'>,
  { known, files, ...by }: ScreenBy,
  isOwn: (code: string) => boolean = () => true,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<ScreenedUpload[]> {
  const codes: string[] = []
  for await (const code of service.listAgencies()) if (isOwn(code)) codes.push(code)
  const screened: ScreenedUpload[] = []
  for (const [at, code] of codes.entries()) {
    const authority = files && (await sentFor(files, code))
    const found = await service.screenAgency(code, { ...by, known: known(code), authority })
    if (found !== undefined) screened.push({ name: found.upload.bundleKey, result: found.result })
    progress(at + 1, codes.length)
  }
  return screened
}
