import { folderStores, keysFolder } from '../../../src/cli/serve/place.ts'
import { folderSigner } from '../../../src/cli/verdict-keys.ts'
import { bytesInMemory } from '../../../src/core/files.ts'
import { digest } from '../../../src/core/json.ts'
import { ownProcessorTime } from '../../../src/documents/process/usage.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { prescreenOf } from '../../../src/province/draw-up.ts'
import { storeVerdict } from '../../../src/service/documents.ts'
import { putEntry } from '../../../src/service/entries.ts'
import { verdictEntryOf } from '../../../src/service/evaluate-upload.ts'
import { storeFacts } from '../../../src/service/facts.ts'
import { bundleKey, makeUploadId, uploadEntryKey } from '../../../src/service/keys.ts'
import { writePlanChange } from '../../../src/service/plan-changes.ts'
import { publishPrescreen } from '../../../src/service/published.ts'
import { inThisProcess } from '../../../src/service/tasks.ts'
import { refreshLatest } from '../../../src/service/verdicts.ts'
import type { Verdict } from '../../../src/verdict/verdict.ts'
import { bundle, cohort, member } from '../../province/made.ts'
import { HEAVIEST } from '../../support/heaviest.ts'
import { ENGINE, loaded } from '../../support/loaded.ts'

/** What a large province has. */
const PROVINCE = { agencies: 500, uploadsOfOne: 400, planChanges: 500 }

/** The day on which everything was judged, and the agency that has sent the most. */
export const ON = '2026-11-02'
export const BUSIEST = 'H61.100'

/**
 * Fills a folder of the service as a large province does over the years: every agency has a verdict as long as they get,
 * one of them hundreds, and all stand in a published pre-screening with changes beside its plan. One dossier is judged; the
 * others are its copies.
 */
export async function fillProvince(folder: string): Promise<void> {
  const { verdicts } = folderStores(folder)
  const signer = await folderSigner(keysFolder(folder))
  const judge = { ruleSet: loaded, profileId: 'national', engine: ENGINE }
  const workers = inThisProcess({ judge, limits: DEFAULT_LIMITS, stopwatch: ownProcessorTime })
  const heavy = HEAVIEST.at(-1)
  if (heavy === undefined) throw new Error('there is no heaviest bundle')
  const source = bytesInMemory(await heavy.of(BUSIEST))
  const read = await workers.run('read', { code: BUSIEST, asOf: ON }, { source })
  if ('refusal' in read) throw new Error(read.refusal.code)
  const { facts } = read
  await storeFacts(facts, { verdicts })
  const judged = await workers.run('judge', { facts, asOf: ON })
  if ('unusable' in judged) throw new Error('unusable')
  const page = await workers.run('page', { verdict: judged.verdict, lang: 'vi', notices: [] })
  const tools = { verdicts, signer, workers: { run: async () => page } as unknown as typeof workers }

  async function keep(code: string, made: Verdict, on: string): Promise<void> {
    const uploadId = makeUploadId(on, '0000abcd')
    const { key, verdict } = await storeVerdict(made, [], tools)
    const head = {
      schemaVersion: 1,
      uploadId,
      uploadedOn: on,
      bundleKey: bundleKey(code, uploadId),
      key,
      asOf: ON,
    } as const
    await putEntry(uploadEntryKey(code, uploadId, { on }), verdictEntryOf(head, verdict, facts), verdicts)
  }
  const codes = Array.from({ length: PROVINCE.agencies }, (_, at) => `H61.${100 + at}`)
  const of = (code: string, name: string): Verdict => {
    const { digest: _, ...rest } = judged.verdict
    const own = { ...rest, agency: { ...rest.agency, code, name } }
    return { ...own, digest: digest(own) } as Verdict
  }
  const members = codes.map((code, at) => member(code, 'commune', { name: `Ủy ban nhân dân xã thứ ${at}` }))
  const all = new Map(members.map(({ code, name }) => [code, of(code, name)]))
  for (const [code, verdict] of all) await keep(code, verdict, `${ON}T02:00:00.000Z`)
  const busiest = all.get(BUSIEST)
  for (let at = 1; busiest && at < PROVINCE.uploadsOfOne; at++)
    await keep(BUSIEST, busiest, new Date(Date.parse(`${ON}T02:00:00Z`) + at * 60_000).toISOString())

  for (const code of codes) await refreshLatest(code, verdicts)

  const rules = loaded.source.rules.map(({ id }) => id)
  const told = { failing: rules.slice(0, 30), missing: rules.slice(30, 50), blocking: rules.slice(0, 10) }
  const own = { ...told, sha256: judged.verdict.bundle.sha256, status: 'notMet', grade: null } as const
  const submissions = members.map((one) => bundle(one, own))
  for (const year of [2025, 2026]) {
    const document = prescreenOf(cohort(members, submissions, { asOf: ON, year }))
    const of = { province: 'H61', year, id: '20261101T020000000Z-0000abcd', by: 'qms', registered: members.length }
    await publishPrescreen(of, document, year === 2026 ? all : new Map(), verdicts, signer)
  }
  for (let at = 0; at < PROVINCE.planChanges; at++) {
    const code = codes[at % codes.length] ?? BUSIEST
    const change = {
      change: 'add',
      agency: code,
      month: '2026-11',
      reason: 'Có đơn phản ánh',
      by: 'Nguyễn Văn An',
    } as const
    const on = new Date(Date.parse(`${ON}T03:00:00Z`) + at * 1000).toISOString()
    await writePlanChange({ province: 'H61', year: 2026 }, { on, change }, '0000abcd', verdicts)
  }
}
