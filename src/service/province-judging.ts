import { mapConcurrent } from '../core/async.ts'
import type { VerdictChange } from '../verdict/rules-diff.ts'
import { putDocument } from './documents.ts'
import { madePrefix } from './keys.ts'
import type { OfVersion } from './prescreen-versions.ts'
import type { Rejudged } from './service.ts'
import type { Store } from './store.ts'
import type { TaskInput } from './tasks.ts'
import {
  type AgencyRecord,
  doneCodes,
  hadOf,
  type InputStore,
  keepInput,
  keepRecord,
  keptInput,
  type NotHad,
  readRecord,
  type Work,
} from './work.ts'

/** A rule set that is tried, as it was sent or changed in the page. */
type TriedRules = TaskInput<'preview'>['rules']

const RULES = 'rules'

/** Keeps the rules that are to be tried. */
export async function keepRules(of: OfVersion, rules: TriedRules, store: InputStore): Promise<boolean> {
  return keepInput(of, RULES, new TextEncoder().encode(JSON.stringify(rules)), store)
}

/** The rules that are tried. @throws Error when they were not kept */
export async function keptRules(of: OfVersion, store: Pick<Store, 'read'>): Promise<TriedRules> {
  return JSON.parse(new TextDecoder().decode(await keptInput(of, RULES, store)))
}

/** What the tried rules do to an agency. */
type Previewed = Omit<AgencyRecord, 'kind'> &
  (
    | /** `bundle`: by which what is erased is found. */ {
        kind: 'changed'
        bundle: string | null
        change: VerdictChange
      }
    | { kind: 'same' }
    /** Its scans are still read: it is told of when they are. */
    | { kind: 'provisional-dossier' }
    | NotHad
  )

const AT_ONCE = 8

/** What the tried rules do to a province: how many agencies were judged, and codes of those that come out otherwise or could not be had. */
export interface PreviewResult {
  judged: number
  changed: readonly string[]
  unread: readonly string[]
}

const resultKey = (of: OfVersion) => `${madePrefix(of)}result.json`

/** Trying other rules on the dossiers of a province: each agency is judged by both, and nothing of it is kept but what differs. */
export const PREVIEW: Work = {
  async begin(of, { asOf, profileId }, { store }) {
    const rules = await keptRules(of, store)
    return async (code, tools) => {
      const about = { id: of.id, code }
      const had = await hadOf(about, () => tools.service.previewAgency(code, { asOf, profileId, rules }), tools.log)
      await keepRecord(of, 'found' in had ? previewed(about, had.found) : { ...about, ...had }, tools)
    }
  },

  async finish(of, _request, _random, tools) {
    const { store } = tools
    const [changed, unread]: [string[], string[]] = [[], []]
    let judged = 0
    await mapConcurrent([...(await doneCodes(of, store))].sort(), AT_ONCE, async (code) => {
      const { kind } = await readRecord<AgencyRecord>(of, code, tools)
      if (kind === 'changed') changed.push(code)
      if (kind === 'notJudged' || kind === 'provisional-dossier') unread.push(code)
      if (kind === 'changed' || kind === 'same') judged++
    })
    const result: PreviewResult = { judged, changed: changed.sort(), unread: unread.sort() }
    await putDocument(resultKey(of), result, store)
    return { judged, changed: changed.length, unread: unread.length }
  },
}

type Found = NonNullable<Awaited<ReturnType<Parameters<Work['finish']>[3]['service']['previewAgency']>>>

function previewed(about: { id: string; code: string }, { upload, result }: Found): Previewed {
  if (upload.provisional) return { ...about, kind: 'provisional-dossier' }
  if (result.changes.length === 0) return { ...about, kind: 'same' }
  return { ...about, kind: 'changed', bundle: upload.bundleSha256, change: result }
}

/** What a preview that is finished came to; undefined where it is not. */
export async function readPreview(of: OfVersion, store: Pick<Store, 'read'>): Promise<PreviewResult | undefined> {
  const bytes = await store.read(resultKey(of))
  return bytes && JSON.parse(new TextDecoder().decode(bytes))
}

/** What the tried rules do to some agencies; those that were erased since are left out. @throws Error when it was written by somebody else */
export async function readChanges(
  of: OfVersion,
  codes: readonly string[],
  tools: Parameters<typeof readRecord>[2],
): Promise<VerdictChange[]> {
  const found = await Promise.all(codes.map((code) => readRecord<Previewed & AgencyRecord>(of, code, tools)))
  return found.flatMap((one) => (one.kind === 'changed' && 'change' in one ? [one.change] : []))
}

const REASON = 'reason'

/** Keeps why a province's dossiers are to be judged again. */
export async function keepReason(of: OfVersion, reason: string, store: InputStore): Promise<boolean> {
  return keepInput(of, REASON, new TextEncoder().encode(JSON.stringify({ reason })), store)
}

/** What judging an agency again came to: how many verdicts were replaced, came out the same, or could not be made. */
type JudgedAgain = Omit<AgencyRecord, 'kind'> &
  ({ kind: 'rejudged'; counts: Readonly<Record<Rejudged['kind'], number>> } | NotHad)

/** Of whom verdicts were replaced, or could not be made again; by the code of the agency. */
export interface RejudgeResult {
  replaced: readonly string[]
  impossible: readonly string[]
}

/**
 * Judging a province's dossiers again by today's engine and rules, each as of its own day: what comes out otherwise replaces
 * what stood, which can still be read.
 */
export const REJUDGE: Work = {
  async begin(of, { on }, { store }) {
    const { reason } = JSON.parse(new TextDecoder().decode(await keptInput(of, REASON, store)))
    return async (code, tools) => {
      const about = { id: of.id, code }
      const had = await hadOf(about, () => tools.service.rejudgeAgency(code, { reason, on }), tools.log)
      if (!('found' in had)) return keepRecord(of, { ...about, ...had }, tools)
      const counts = { replaced: 0, same: 0, impossible: 0 }
      for (const { kind } of had.found) counts[kind]++
      const record: JudgedAgain = { ...about, kind: 'rejudged', counts }
      await keepRecord(of, record, tools)
    }
  },

  async finish(of, _request, _random, tools) {
    const { store } = tools
    const [changed, lost]: [string[], string[]] = [[], []]
    const counts = { replaced: 0, same: 0, impossible: 0 }
    await mapConcurrent([...(await doneCodes(of, store))].sort(), AT_ONCE, async (code) => {
      const record = await readRecord<JudgedAgain & AgencyRecord>(of, code, tools)
      if (record.kind === 'notJudged') lost.push(code)
      if (record.kind !== 'rejudged' || !('counts' in record)) return
      for (const kind of ['replaced', 'same', 'impossible'] as const) counts[kind] += record.counts[kind]
      if (record.counts.replaced > 0) changed.push(code)
      if (record.counts.impossible > 0) lost.push(code)
    })
    const result: RejudgeResult = { replaced: changed.sort(), impossible: lost.sort() }
    await putDocument(resultKey(of), result, store)
    return { ...counts, unread: lost.length }
  },
}

/** What judging again that is finished came to; undefined where it is not. */
export async function readRejudged(of: OfVersion, store: Pick<Store, 'read'>): Promise<RejudgeResult | undefined> {
  const bytes = await store.read(resultKey(of))
  return bytes && JSON.parse(new TextDecoder().decode(bytes))
}
