import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { dayInVietnam } from '../core/days.ts'
import { isOfProvince } from '../core/names.ts'
import { parseOpenly } from '../core/schemas.ts'
import { type AuthorityRecord, authorityDecision } from '../dossier/authority-record.ts'
import { putDocument, StoredDocumentFault } from './documents.ts'
import { decisionsPrefix } from './keys.ts'
import { boundRecord, changeRecord, keptRecord } from './record-changes.ts'
import type { Store } from './store.ts'

// What a person decides of a point at the desk is written down once, in the order of deciding, and never changed: what counts
// is folded into the authority's record from there.

const made = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('decided'), decision: authorityDecision }),
  /** An earlier decision is taken back. */
  z.strictObject({
    kind: z.literal('takenBack'),
    rule: z.string(),
    item: z.string().optional(),
    by: z.string().min(1),
    reason: z.string().min(1),
  }),
  /** A whole record was sent in the place of the one before: what was decided until then stands in it, or no more. */
  z.strictObject({ kind: z.literal('replaced') }),
])

const entry = z.strictObject({ on: z.iso.datetime(), made })
/** What was decided, and when. */
export type DatedDecision = z.infer<typeof entry>

/** Many times what is decided of one agency in all its years; what is written down beyond would not be read. */
const MOST_READ = 2_000

/** What was decided of an agency at the desk, in order. @throws StoredDocumentFault; RangeError where they are too many to be read */
export async function readDecisions(
  { province, code }: { province: string; code: string },
  desk: Pick<Store, 'read' | 'list'>,
): Promise<DatedDecision[]> {
  const keys: string[] = []
  for await (const { key } of desk.list(decisionsPrefix(province, code), { limit: MOST_READ + 1 })) keys.push(key)
  if (keys.length > MOST_READ) throw new RangeError(`more than ${MOST_READ} decisions of ${code}`)
  const read = keys.map(async (key) => {
    const bytes = await desk.read(key)
    try {
      return bytes && parseOpenly(entry, JSON.parse(new TextDecoder().decode(bytes)))
    } catch (cause) {
      throw StoredDocumentFault.entry(key, cause)
    }
  })
  return (await Promise.all(read)).filter((one) => one !== undefined)
}

/** What was decided last of a point, or of one item of it, unless it was taken back or a whole record came in its place. */
export function standingDecision(decided: readonly DatedDecision[], rule: string, item: string | undefined) {
  const last = decided.findLast(
    ({ made }) =>
      made.kind === 'replaced' ||
      (made.kind === 'decided'
        ? made.decision.rule === rule && made.decision.item === item
        : made.rule === rule && made.item === item),
  )
  return last?.made.kind === 'decided' ? last.made.decision : undefined
}

/** Whether what is said now is what was said last of the same point. */
function isDecided(said: DatedDecision['made'], decided: readonly DatedDecision[]): boolean {
  if (said.kind === 'replaced') return false
  const { rule, item } = said.kind === 'decided' ? said.decision : said
  const standing = standingDecision(decided, rule, item)
  return said.kind === 'decided' ? isDeepStrictEqual(standing, said.decision) : standing === undefined
}

/** A record with what was decided at the desk since it was sent. */
function withDecisions(record: AuthorityRecord, decided: readonly DatedDecision[]): AuthorityRecord {
  const since = decided.slice(decided.findLastIndex(({ made }) => made.kind === 'replaced') + 1)
  let { decisions = [] } = record
  for (const { on, made } of since) {
    if (made.kind === 'replaced') continue
    const { rule, item } = made.kind === 'decided' ? made.decision : made
    const same = decisions.find((one) => one.rule === rule && one.item === item)
    // What was decided of it on a later day, at a visit, stands.
    if (same !== undefined && same.on > (made.kind === 'decided' ? made.decision.on : dayInVietnam(on))) continue
    decisions = decisions.filter((one) => one !== same)
    // What was bound to sections of the dossier before stays so.
    if (made.kind === 'decided')
      decisions = [
        ...decisions,
        same?.on === made.decision.on && same.outcome === made.decision.outcome ? same : made.decision,
      ]
  }
  return { ...record, decisions }
}

/** What the record of an agency is written with. */
export interface DecisionTools {
  /** Where decisions are written down. */
  desk: Pick<Store, 'read' | 'list' | 'putIfAbsent'>
  /** Where records lie. */
  bundles: Pick<Store, 'list' | 'read' | 'put' | 'putIfAbsent'>
  service: Parameters<typeof boundRecord>[1]
}

/**
 * Writes down what a person decided of an agency, and has the authority's record say so.
 * @param random eight lower-case hex digits
 * @returns `otherKind`: the name of a record of another kind of file, which nothing here replaces; nothing was decided then
 */
export async function writeDecision(
  { province, code }: { province: string; code: string },
  { on, made }: DatedDecision,
  random: string,
  today: string,
  { desk, bundles, service }: DecisionTools,
): Promise<{ otherKind?: string }> {
  if (!isOfProvince(code, province)) throw new RangeError(`${code} is not of ${province}`)
  const kept = await keptRecord(code, bundles)
  if (kept !== undefined && 'otherKind' in kept) return kept
  const known = await readDecisions({ province, code }, desk)
  const key = `${decisionsPrefix(province, code)}${on.replace(/[-:.]/g, '')}-${random}.json`
  // Sent twice, by a double click or by going back, it is written down once.
  if (!isDecided(made, known)) await putDocument(key, entry.parse({ on, made }), desk)
  if (made.kind === 'replaced') return {}
  // Whoever changes the record last has seen what all others wrote down before.
  const changed = await changeRecord(code, bundles, async (before) =>
    boundRecord(
      withDecisions(before ?? { agency: code }, await readDecisions({ province, code }, desk)),
      service,
      today,
    ),
  )
  return 'otherKind' in changed ? changed : {}
}
