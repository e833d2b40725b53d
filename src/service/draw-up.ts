import { mapConcurrent } from '../core/async.ts'
import { own } from '../core/json.ts'
import type { ScreenedDossier } from '../province/bundle-screening.ts'
import type { Screening } from '../province/screening.ts'
import type { AuthorityFiles, RegisterWord } from '../verdict/authority.ts'
import { sentFor } from './authority-files.ts'
import { readPlanChanges, standingChanges } from './plan-changes.ts'
import { type KeptRegister, registerIn } from './prepared-prescreen.ts'
import { type OfVersion, shownVersion, showVersion } from './prescreen-versions.ts'
import { readShown, storeDocument, storeVersionVerdict } from './published.ts'
import type { Service } from './service.ts'
import {
  type AgencyRecord,
  agenciesOf,
  hadOf,
  type InputStore,
  keepInput,
  keepRecord,
  keptInput,
  type NotHad,
  readRecord,
  type Work,
} from './work.ts'

const REGISTER = 'register'

/** Keeps the register that a version is made for. */
export async function keepRegister(
  of: OfVersion,
  { bytes }: Pick<KeptRegister, 'bytes'>,
  store: InputStore,
): Promise<boolean> {
  return keepInput(of, REGISTER, bytes, store)
}

/** What an agency came to, for which version. */
type Screened = Omit<AgencyRecord, 'kind'> &
  /** Judged, from the bundle under this key. */ ({ kind: 'judged'; name: string; screening: Screening } | NotHad)

/** Objects read at once. */
const AT_ONCE = 8

/** A version of a pre-screening. */
export const DRAW_UP: Work = {
  /** Of each agency: judges its last accepted bundle, and keeps what it came to. */
  async begin(of, { asOf, profileId }, { store }) {
    const { words } = registerIn(await keptInput(of, REGISTER, store))
    return async (code, tools) => {
      const { service, signer, log } = tools
      const about = { id: of.id, code }
      const by = { asOf, profileId, known: own(words, code) }
      const had = await hadOf(about, () => service.screenAgency(code, by), log)
      if (!('found' in had)) return keepRecord(of, { ...about, ...had }, tools)
      const { upload, result } = had.found
      const { verdict, screening } = result
      if (verdict) await storeVersionVerdict(of, code, await signer.sign(verdict), store)
      const record: Screened = { ...about, kind: 'judged', name: upload.bundleKey, screening }
      // It has names in it like the verdict, and stands where that does.
      await keepRecord(of, record, tools, verdict?.provisional === true)
    }
  },

  /**
   * The document, compared with last year's shown one and keeping to what inspectors wrote beside the plan. Lots are drawn by
   * the year. It is shown at once where nothing was shown of the year; else somebody has to say so.
   */
  async finish(of, request, random, tools) {
    const { store, signer, workers, now } = tools
    const register = await keptInput(of, REGISTER, store)
    const found: Screened[] = []
    await mapConcurrent(await agenciesOf(of, DRAW_UP, tools), AT_ONCE, async (code) => {
      found.push((await readRecord(of, code, tools)) as Screened)
    })
    const prepared = await workers.run('prescreen', {
      register,
      submissions: found.flatMap((one) =>
        one.kind === 'judged' ? [{ file: one.name, screening: one.screening }] : [],
      ),
      notJudged: found
        .flatMap((one) => (one.kind === 'notJudged' ? [{ code: one.code, why: one.why }] : []))
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
      year: of.year,
      asOf: request.asOf,
      profileId: request.profileId,
      seed: of.year,
      previous: (await readShown({ ...of, year: of.year - 1 }, store, signer, workers))?.document,
      changes: standingChanges(await readPlanChanges(of.province, of.year, store)),
    })
    await storeDocument(of, prepared, store, signer)
    const on = now().toISOString()
    if ((await shownVersion(of, store)) === undefined)
      await showVersion(of, { on, by: request.by, id: of.id }, random, store)
    return { ...prepared.results }
  },
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
 * @throws InputError for an unknown profile, or when a bundle's facts and bytes are both gone
 */
export async function screenStore(
  service: Pick<Service, 'listAgencies' | 'screenAgency'>,
  { known, files, ...by }: ScreenBy,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<ScreenedUpload[]> {
  const codes: string[] = []
  for await (const code of service.listAgencies()) codes.push(code)
  const screened: ScreenedUpload[] = []
  for (const [at, code] of codes.entries()) {
    const authority = files && (await sentFor(files, code))
    const found = await service.screenAgency(code, { ...by, known: known(code), authority })
    if (found !== undefined) screened.push({ name: found.upload.bundleKey, result: found.result })
    progress(at + 1, codes.length)
  }
  return screened
}
