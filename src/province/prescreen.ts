import * as z from 'zod'
import { isIsoDate } from '../core/days.ts'
import { BLOCKS } from '../dossier/agency.ts'
import { localized } from '../rules/rule-source.ts'

/** Statuses of a verdict, the best first; the last two say nothing of how well an agency does. */
export const STATUSES = ['met', 'insufficientEvidence', 'notMet', 'undetermined', 'notApplicable'] as const
const DUTIES = ['obliged', 'obligedByPlan', 'encouraged', 'ended'] as const
/** Why an agency is visited, the strongest first; `person` is a written reason in the changes beside the plan. */
export const REASONS = [
  'blockingFailure',
  'noDossier',
  'lapsesBeforeVisit',
  'repeatedFinding',
  'worse',
  'littleEvidence',
  'declaredOnly',
  'papersSayLittle',
  'copiedPapers',
  'figuresDoubted',
  'yearsSinceVisit',
  'reorganised',
  'person',
  'rotation',
  'random',
] as const
const PROBLEM_KINDS = ['noBundle', 'unknownAgency', 'duplicateBundle', 'refused', 'copied'] as const
export const CHANGES = ['new', 'better', 'worse', 'same', 'left'] as const

const count = z.int().min(0)
const day = z.string().refine(isIsoDate, { error: 'date' })
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const points = z.number().min(0).max(100)

const noticeValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]))

const agency = z.strictObject({
  code: z.string(),
  name: z.string(),
  block: z.enum(BLOCKS),
  duty: z.enum(DUTIES),
  /** Null without a bundle that could be judged. */
  status: z.enum(STATUSES).nullable(),
  grade: z.string().nullable(),
  score: z.strictObject({ low: points, high: points }).nullable(),
  validUntil: day.nullable(),
  /** Why the dossier it sent could not be judged again; absent where it was, or none came in. */
  notJudged: localized.optional(),
  /** Blocking rules that fail, in rule-set order. */
  blocking: z.array(z.string()),
  /** Rules that miss evidence, in rule-set order. */
  missing: z.array(z.string()),
  bundle: z.strictObject({ name: z.string(), sha256 }).nullable(),
  /** Percent of the score that papers back; null without a score. */
  backed: points.nullable(),
  /** Percent of it that what papers say confirms, or the authority's own record; absent in documents of before. */
  confirmed: points.nullable().optional(),
  /** Whether a declaration is in force; absent in documents of before, and without a dossier. */
  declared: z.boolean().optional(),
  /** Day of the last inspection on site, by the authority's own record or as the dossier tells it; absent where neither does. */
  visitedOn: day.optional(),
  /** What only the authority may see of it. */
  notices: z.array(z.strictObject({ id: z.string(), values: noticeValues })),
  /** Difficulties and proposals of its status report, as it wrote them; absent where it told none. */
  difficulties: z.string().optional(),
  /** What the dossier says of the agency's size, for next year to compare with; absent in documents of before. */
  figures: z
    .strictObject({ procedures: count, units: count.nullable(), staff: count.nullable() })
    .nullable()
    .optional(),
  /** Against last year's document; `left`: in last year's list only, and in no total. Null: nothing to compare. */
  change: z.enum(CHANGES).nullable(),
})

const block = z.strictObject({
  block: z.enum(BLOCKS),
  total: count,
  submitted: count,
  declared: count,
  declaredAgain: count,
  /** declared ÷ total, not rounded. */
  share: z.number().min(0).max(1),
  statuses: z.record(z.enum(STATUSES), count),
  grades: z.record(z.string(), count),
})

const target = z.strictObject({
  id: z.string(),
  label: localized,
  /** A number of agencies, or a share from 0 to 1, not rounded. */
  value: z.number().min(0),
  required: z.number().min(0),
  strict: z.boolean(),
  met: z.boolean(),
  /** The plan sets no number: the figure is told, and nothing is missed. */
  information: z.literal(true).optional(),
})

const visit = z.strictObject({
  code: z.string(),
  /** `YYYY-MM`; absent when no month of the year is left. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  reasons: z.array(z.enum(REASONS)),
})

const problem = z.strictObject({ kind: z.enum(PROBLEM_KINDS), codes: z.array(z.string()), file: z.string().optional() })

/** The pre-screening of all agencies of an authority in a year (rà soát sơ bộ hồ sơ trước kiểm tra). */
export const prescreen = z.strictObject({
  schemaVersion: z.literal(2),
  kind: z.literal('prescreen'),
  year: z.int(),
  asOf: day,
  profile: z.strictObject({ id: z.string(), sha256 }),
  ruleSet: z.strictObject({ id: z.string(), version: z.string(), sha256 }),
  agencies: z.array(agency),
  blocks: z.array(block),
  /**
   * Rules most often failed or without evidence, the most frequent first; `advised`: at how many agencies they fail by a
   * choice of ours alone, which is a recommendation.
   */
  shortfalls: z.array(z.strictObject({ rule: z.string(), agencies: count, advised: count.optional() })),
  targets: z.array(target),
  plan: z.strictObject({
    onSite: z.array(visit),
    dossier: z.array(visit),
    quota: z.strictObject({ obliged: count, required: count, picked: count }),
    seed: z.int().min(0),
  }),
  problems: z.array(problem),
  /** Codes of agencies whose verdict was taken without a known signature, since a person asked for it; absent for none. */
  unsignedVerdicts: z.array(z.string()).min(1).optional(),
  /** Something of the year before that it was compared with bore no known signature, since a person asked for it. */
  unsignedPrevious: z.literal(true).optional(),
  /** Of the service or the person that drew it up, over the digest of all above; absent where no key was at hand. */
  signature: z.string().optional(),
})

export type Prescreen = z.infer<typeof prescreen>
export type PrescreenAgency = Prescreen['agencies'][number]
export type BlockTotals = Prescreen['blocks'][number]
export type TargetResult = Prescreen['targets'][number]
export type Visit = Prescreen['plan']['onSite'][number]
export type Reason = (typeof REASONS)[number]
export type PrescreenProblem = Prescreen['problems'][number]

/** What an agency came to, for lists and counts: beside a status, that no dossier came in, or that what came in could not be judged again. */
export const RESULTS = [...STATUSES, 'none', 'notJudged'] as const
export type Result = (typeof RESULTS)[number]

/** What an agency came to. */
export function resultOf({ status, notJudged }: Pick<PrescreenAgency, 'status' | 'notJudged'>): Result {
  return status ?? (notJudged === undefined ? 'none' : 'notJudged')
}
