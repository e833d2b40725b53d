import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { createService } from '../../../src/service/create-service.ts'
import { allAgencies, refreshCopies } from '../../../src/service/entries.ts'
import type { VerdictEntry } from '../../../src/service/entry.ts'
import { bundleKey, makeUploadId, recheckEntryKey, uploadEntryKey } from '../../../src/service/keys.ts'
import type { NoticeRun } from '../../../src/service/service.ts'
import { collected } from '../../support/collected.ts'
import { ENGINE, fewRules } from '../../support/loaded.ts'
import { bundleOf } from '../world.ts'
import { CountedStore, type Counts } from './counted.ts'

/** A nation whose agencies hand in a dossier a year and are re-checked each year. */
export interface Nation {
  agencies: number
  provinces: number
  years: number
}

const LAST_YEAR = 2026
/** Of the agency that is judged: the first one of the province that is looked at. */
export const PROVINCE = 'H61'
const CODE = `${PROVINCE}.12`
const TODAY = '2027-03-01'

/** What each operation asks of the stores of a nation. */
export interface NationCounts {
  list: Counts
  latest: Counts
  agencies: Counts
  notices: Counts
  recheck: Counts
  screen: Counts
  /** Keys and prefixes that operations on one province asked for. */
  asked: string[]
}

/** Fills the index of a nation and counts what operations ask for. One dossier is judged; the index of the others is made. */
export async function nationCounts({ agencies, provinces, years }: Nation): Promise<NationCounts> {
  const verdicts = new CountedStore()
  const bundles = new CountedStore()
  const judge = { ruleSet: fewRules, profileId: 'national', engine: ENGINE }
  const service = createService({ bundles, verdicts, judge, limits: DEFAULT_LIMITS, stopwatch: () => 0 })
  const on = `${LAST_YEAR}-11-02T02:00:00.000Z`
  const uploadId = makeUploadId(on, '00000000')
  await bundles.put(bundleKey(CODE, uploadId), await bundleOf({ agency: { code: CODE } }))
  const judged = await service.evaluateUpload({ key: bundleKey(CODE, uploadId), on })
  if (judged.kind !== 'verdict' || judged.entry.kind !== 'verdict') throw new Error('the sample is not taken in')
  const own = { ...judged.entry, validUntil: '2028-12-31' }
  for (let at = 0; at < agencies; at++) {
    const code = `H${61 - (at % provinces)}.${12 + Math.floor(at / provinces)}`
    for (let back = 0; back < years; back++)
      await putYear(code, LAST_YEAR - back, own, code === CODE && back === 0, verdicts)
  }
  const indexes = await collected(allAgencies(verdicts, PROVINCE))
  for (const index of indexes) await refreshCopies(index, verdicts)
  const both = async (act: () => Promise<unknown>): Promise<Counts> => {
    let inVerdicts: Counts | undefined
    const inBundles = await bundles.during(async () => {
      inVerdicts = await verdicts.during(act)
    })
    const { reads = 0, writes = 0, listings = 0 } = inVerdicts ?? {}
    return {
      reads: reads + inBundles.reads,
      writes: writes + inBundles.writes,
      listings: listings + inBundles.listings,
    }
  }
  const asked: string[] = []
  const counted = async (act: () => Promise<unknown>): Promise<Counts> => {
    const counts = await both(act)
    asked.push(...verdicts.asked, ...bundles.asked)
    return counts
  }
  const list = await counted(() => service.listVerdicts(CODE))
  const latest = await counted(() => service.latestVerdict(CODE))
  const listed = await counted(async () => {
    for await (const _ of service.listAgencies(PROVINCE));
  })
  const screen = await counted(() =>
    service.screenAgency(CODE, { asOf: TODAY, profileId: 'national', known: undefined, authority: {} }),
  )
  const recheck = await counted(() =>
    service.recheckAgency(CODE, { year: LAST_YEAR + 1, asOf: `${LAST_YEAR + 1}-01-02` }),
  )
  let run: NoticeRun | undefined
  const notices = await both(async () => {
    run = await service.lapseNotices(TODAY, { publish: async () => undefined })
  })
  if (run === undefined || run.failed.length > 0) throw new Error(`notices failed: ${run?.failed[0]?.fault}`)
  return { list, latest, agencies: listed, notices, recheck, screen, asked }
}

/** A year of an agency's index: its upload, and the re-check at the beginning of the next year. */
async function putYear(code: string, year: number, like: VerdictEntry, isJudged: boolean, store: CountedStore) {
  const on = `${year}-11-02T02:00:00.000Z`
  const uploadId = makeUploadId(on, '00000000')
  const entry: VerdictEntry = {
    ...like,
    uploadId,
    uploadedOn: on,
    asOf: on.slice(0, 10),
    bundleKey: bundleKey(code, uploadId),
  }
  const put = (key: string, value: object) => store.put(key, new TextEncoder().encode(JSON.stringify(value)))
  if (!isJudged) await put(uploadEntryKey(code, uploadId, { on }), entry)
  if (year === LAST_YEAR) return
  const recheck = { ...entry, asOf: `${year + 1}-01-02`, year: year + 1, since: uploadId, changes: [] }
  await put(recheckEntryKey(code, year + 1), recheck)
}
