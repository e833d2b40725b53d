import * as z from 'zod'
import { code, date, text, title } from './primitives.ts'
import { earlierFinding, onSiteInspection } from './upkeep.ts'

/** How the authority saw a paper: on paper, behind a link, as the original. */
export const SEEN_AS = ['paper', 'link', 'original'] as const
/** What a person may decide. */
export const DECIDED = ['pass', 'fail', 'missingEvidence', 'notApplicable'] as const

/** Hashes of the manifest's sections that an entry was about: it lapses when one of them changes. */
const sections = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)).optional()

const paperSeen = z.strictObject({
  rule: code,
  /** Of the paper; an entry that names one counts while the dossier names the same. */
  number: title.optional(),
  signedOn: date.optional(),
  how: z.enum(SEEN_AS),
  seenOn: date,
  by: title,
  sections,
})

const decision = z.strictObject({
  rule: code,
  /** Key of the one item that was decided; absent: the rule as a whole. */
  item: code.optional(),
  outcome: z.enum(DECIDED),
  on: date,
  by: title,
  reason: text,
  sections,
})

/**
 * What the authority itself knows of an agency. A key that is absent: it does not know; null or an empty list: it knows
 * that there is none.
 */
export const authorityRecord = z.strictObject({
  agency: code,
  onSiteInspection: onSiteInspection.omit({ file: true }).nullable().optional(),
  earlierFindings: z
    .array(earlierFinding.omit({ file: true }))
    .nullable()
    .optional(),
  statusReport: z.strictObject({ receivedOn: date }).nullable().optional(),
  /** Stands for the day the notice of the declaration was sent. */
  noticeReceivedOn: date.nullable().optional(),
  papersSeen: z.array(paperSeen).optional(),
  decisions: z.array(decision).optional(),
})

/** The records of several agencies in one file. */
export const authorityRecords = z.strictObject({ records: z.array(authorityRecord) })

export type AuthorityRecord = z.infer<typeof authorityRecord>
export type PaperSeen = z.infer<typeof paperSeen>
export type AuthorityDecision = z.infer<typeof decision>

/** What of a dossier is the authority's own word. */
export interface AuthorityWord {
  /** Of the record; null where only the register told something. */
  sha256: string | null
  /** RFC 6901 pointers into the manifest, as it is judged, whose values are the authority's. */
  told: readonly string[]
  /** The same for what the agency tells and the authority's record does not know: only a person can tell. */
  unknown: readonly string[]
  /** Null: it knows that none came. */
  noticeReceivedOn?: string | null | undefined
  papersSeen: readonly PaperSeen[]
  decisions: readonly AuthorityDecision[]
}
