import * as z from 'zod'
import { ASSURANCES, type Assurance, ITEM_RANK, OUTCOMES, SEVERITIES, TEXT_STATES } from '../../rules/answer.ts'
import type { ReadVerdict } from '../../service/service.ts'

/** Lower-case hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const day = z.iso.date()
/** ISO 8601 in UTC. */
export const instant = z.iso.datetime()
/** A path on this service. */
export const link = z.string().startsWith('/')
export const localized = z.strictObject({ vi: z.string(), en: z.string() })
export const status = z.enum(['met', 'notMet', 'insufficientEvidence', 'undetermined', 'notApplicable'])
export const grade = z.string().nullable()
/** Points of 100, rounded down to one decimal. */
export const score = z.strictObject({ low: z.number(), high: z.number() }).nullable()
const outcomeCounts = z.record(z.enum(OUTCOMES), z.int().min(0))
/** What judges: who can say whether two answers come from the same rules. */
export const ruleSetName = z.strictObject({ id: z.string(), version: z.string(), sha256 })
export const engine = z.strictObject({ name: z.string(), version: z.string() })

const count = z.int().min(0)
const backed = z.number().min(0).max(100).nullable()
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]))

/** One `[x, y, width, height]` for each line of the quote, in points from the top left of the page as it is shown. */
const box = z.array(z.tuple([z.number(), z.number(), z.number(), z.number()]))

const evidence = z.strictObject({
  pointer: z.string().optional(),
  file: z.string().optional(),
  sha256: sha256.optional(),
  page: z.int().optional(),
  row: z.int().optional(),
  quote: z.string().optional(),
  box: box.optional(),
})

const text = z.strictObject({
  state: z.enum(TEXT_STATES),
  fact: z.string(),
  declared: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]),
  lacking: count.optional(),
  lookedFor: z.string(),
  file: z.string(),
  found: z.array(z.string()).optional(),
  quote: z.string().optional(),
  page: z.int().optional(),
  cell: z.string().optional(),
  box: box.optional(),
  recognised: z.literal(true).optional(),
  why: z.string().optional(),
})

const items = z.strictObject({
  total: count,
  passed: count,
  failed: count,
  missing: count,
  needsReview: count,
  notYetDue: count,
  shown: z.array(z.looseObject({ key: z.string(), outcome: z.enum(ITEM_RANK) })).max(12),
})

const finding = z.strictObject({
  rule: z.string(),
  version: day.nullable(),
  group: z.string(),
  outcome: z.enum(OUTCOMES),
  severity: z.enum(SEVERITIES),
  weight: z.int(),
  credit: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  message: z.string(),
  values,
  evidence: z.array(evidence),
  assurance: z.enum(ASSURANCES).nullable(),
  text: z.array(text).optional(),
  items: items.optional(),
  holdsUntil: day.optional(),
  dueOn: day.optional(),
})

const turn = z.strictObject({ rule: z.string(), from: z.enum(OUTCOMES), to: z.enum(OUTCOMES) })

const planEntry = z.strictObject({
  goal: z.string(),
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      step: z.enum(['remedy', 'paper']),
      effort: z.union([z.literal(1), z.literal(3), z.literal(9)]),
      gain: z.number(),
    }),
  ),
  effort: z.int(),
  score,
  backed,
  status,
  reachable: z.boolean(),
  waitsFor: z.array(z.string()),
})

const backing = z.strictObject({
  weights: z.strictObject(
    Object.fromEntries(ASSURANCES.map((level) => [level, z.number()])) as Record<Assurance, z.ZodNumber>,
  ),
  backed,
  unconfirmed: z.array(z.string()),
})

const notice = z.strictObject({
  id: z.string(),
  values,
  kind: z.enum(['recommendation', 'notice']),
  rule: z.string().optional(),
})

/** The verdict document as clients read it; a signature, where there is one, stands beside the digest. */
export const verdict = z.strictObject({
  schemaVersion: z.literal(2),
  kind: z.literal('verdict'),
  bundle: z.strictObject({ sha256, files: count, bytes: count }),
  catalogue: z.strictObject({
    source: z.enum(['agency', 'authority', 'none']),
    sha256: sha256.nullable(),
    procedures: count,
  }),
  records: z.strictObject({ sha256: sha256.nullable(), used: z.array(z.string()) }),
  readings: z.strictObject({
    sha256: sha256.nullable(),
    reader: z.string(),
    scans: z.strictObject({ total: count, read: count, waiting: z.array(sha256).optional() }),
  }),
  provisional: z.boolean(),
  agency: z.strictObject({
    code: z.string(),
    name: z.string(),
    block: z.string(),
    province: z.string(),
    duty: z.enum(['obliged', 'obligedByPlan', 'encouraged', 'ended']),
  }),
  assessmentYear: z.int(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string(), sha256 }),
  profile: z.strictObject({ id: z.string(), sha256 }),
  exceptions: z.strictObject({
    sha256: sha256.nullable(),
    applied: z.array(z.looseObject({})),
    lapsed: z.array(z.looseObject({})),
    without: z.strictObject({ status, grade, score }).nullable(),
  }),
  register: z.strictObject({ sha256 }).optional(),
  trust: z.strictObject({ sha256 }).optional(),
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  asOf: day,
  status,
  grade,
  score,
  evidence: backing.nullable(),
  groups: z.array(z.strictObject({ id: z.string(), score, counts: outcomeCounts })),
  findings: z.array(finding),
  validUntil: day.nullable(),
  timeline: z.array(z.strictObject({ on: day, turns: z.array(turn), status, grade, score })),
  plan: z.array(planEntry),
  papers: z.strictObject({ rules: z.array(z.string()), score, backed }),
  notEvaluated: z.array(z.strictObject({ rule: z.string(), reason: z.enum(['profileOff', 'quarantined']) })),
  unnamedFiles: z.array(z.string()),
  notices: z.array(notice),
  digest: sha256,
  signature: z.string().optional(),
}) satisfies z.ZodType<ReadVerdict['verdict']>
