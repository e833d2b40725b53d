import * as z from 'zod'
import { DECIDED, SEEN_AS } from './authority-record.ts'
import { code, date, TEXT_LIMITS } from './primitives.ts'
import { REPORT_ITEMS } from './upkeep.ts'

// What inspectors write down of a visit (kiểm tra tại trụ sở), by the items of T Điều 36. It is saved while it is being
// written, so that every part of it may still be empty; what must be there is asked for when the minutes are signed.

/** What an inspector comes to for an item. No score, no grade: the law knows none. */
export const ITEM_VERDICTS = ['met', 'notMet', 'noEvidence', 'notApplicable'] as const
export type ItemVerdict = (typeof ITEM_VERDICTS)[number]
/** What it rests on: papers, what people said, what was seen. */
export const GROUNDS = ['dossier', 'interview', 'observation'] as const
/** What each does in the team. */
const TEAM_ROLES = ['head', 'member', 'secretary'] as const

/** Most of what one sheet holds. */
export const VISIT_LIMITS = {
  people: 30,
  papersOfItem: 12,
  papers: 60,
  paperBytes: 3 * 1024 * 1024,
  others: 20,
} as const

const written = z.string().max(TEXT_LIMITS.text)
const name = z.string().max(TEXT_LIMITS.title)
const day = date.or(z.literal(''))
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What an inspector says of one of the software's findings under an item. */
const point = z.strictObject({
  /** Its sentences as they enter the minutes, since an inspector confirmed them. */
  confirmed: written.optional(),
  /** What was decided of it, by a person, with the reason. */
  outcome: z.enum(DECIDED).optional(),
  reason: written.optional(),
  /** Its paper was seen: how, and under which number. */
  seen: z.enum(SEEN_AS).optional(),
  number: name.optional(),
})
export type VisitPoint = z.infer<typeof point>

/** A photo or a paper that was kept with an item. */
const paper = z.strictObject({
  sha256: hash,
  bytes: z.int().min(1).max(VISIT_LIMITS.paperBytes),
  name,
  /** Of a photo: parts of it were blackened on the device, before it was sent. */
  masked: z.literal(true).optional(),
})
export type VisitPaper = z.infer<typeof paper>

const entry = z.strictObject({
  verdict: z.enum(ITEM_VERDICTS).optional(),
  found: written.optional(),
  remark: written.optional(),
  grounds: z.array(z.enum(GROUNDS)).max(GROUNDS.length).optional(),
  points: z.record(code, point).optional(),
  papers: z.array(paper).max(VISIT_LIMITS.papersOfItem).optional(),
})
export type VisitEntry = z.infer<typeof entry>

/** What a colleague wrote of the same item meanwhile, otherwise: both stand until somebody chooses. */
const other = z.strictObject({ by: name, on: z.string().max(40), entry })

const item = entry.extend({ others: z.array(other).max(VISIT_LIMITS.others).optional() })
export type VisitItem = z.infer<typeof item>

const person = z.strictObject({ name, title: name.optional() })
const member = person.extend({ role: z.enum(TEAM_ROLES).optional() })

/** What is said of the visit as a whole. */
const head = z.strictObject({
  decisionNumber: name.optional(),
  decisionOn: day.optional(),
  from: day.optional(),
  to: day.optional(),
  place: name.optional(),
  team: z.array(member).max(VISIT_LIMITS.people).optional(),
  hosts: z.array(person).max(VISIT_LIMITS.people).optional(),
  programme: written.optional(),
  /** Last day for the report that is asked for before the visit (khoản 2 Điều 35). */
  reportBy: day.optional(),
  /** What the team proposes to the agency. */
  proposals: written.optional(),
  /** What the agency says to the minutes. */
  opinion: written.optional(),
})
export type VisitHead = z.infer<typeof head>

/** The sheet of one visit. */
export const visitSheet = z.strictObject({
  head,
  /** Items by their ids; one of which nothing was written is absent. */
  items: z.partialRecord(z.enum(REPORT_ITEMS), item),
})
export type VisitSheet = z.infer<typeof visitSheet>
export type VisitItemId = (typeof REPORT_ITEMS)[number]

/** The report of corrective action (điểm c khoản 2 Điều 37), and what was said to it; not accepted, why (điểm d). */
export const visitCorrection = z.strictObject({
  /** Day on which the report came. */
  on: date,
  accepted: z.boolean(),
  reason: written.optional(),
})
export type VisitCorrection = z.infer<typeof visitCorrection>

/** Hashes of all papers that a sheet names, in what stands and in what colleagues wrote. */
export function papersOfSheet({ items }: VisitSheet): ReadonlySet<string> {
  const entries = Object.values(items).flatMap((one) => [one, ...(one.others ?? []).map(({ entry: theirs }) => theirs)])
  return new Set(entries.flatMap(({ papers = [] }) => papers.map(({ sha256 }) => sha256)))
}
