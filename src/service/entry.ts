import * as z from 'zod'
import { date } from '../dossier/primitives.ts'
import { OUTCOMES, type Outcome } from '../rules/answer.ts'
import type { Verdict } from '../verdict/verdict.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const score = z.strictObject({ low: z.number(), high: z.number() }).nullable()

const outcome = z.enum(OUTCOMES).nullable()
/** Rules whose outcome differs, in rule-set order; null: not evaluated, or not in that rule set. */
const changes = z.array(z.strictObject({ rule: z.string(), from: outcome, to: outcome }))

/** Of what was judged again: since when, why, and what it replaces. */
const rejudged = z.strictObject({
  /** Instant it was asked for, ISO 8601 in UTC. */
  on: z.string(),
  reason: z.string().min(1),
  /** Id by which what it replaces can still be read. */
  replaces: z.string(),
  /** From what it replaces to this; empty where one of both is a refusal. */
  changes,
})

const common = {
  schemaVersion: z.literal(1),
  uploadId: z.string(),
  /** When the bundle was uploaded, ISO 8601, as the event told. */
  uploadedOn: z.string(),
  bundleKey: z.string(),
  /** Absent where the store keeps no versions. */
  bundleVersion: z.string().optional(),
  /** Of the document in the store of verdicts. */
  key: z.string(),
  /** Day of judgement. */
  asOf: date,
  /** Absent: it was judged once. */
  rejudged: rejudged.optional(),
}

const verdictParts = {
  kind: z.literal('verdict'),
  bundleSha256: sha256,
  /** Of the verdict. */
  digest: sha256,
  status: z.enum(['met', 'notMet', 'insufficientEvidence', 'undetermined', 'notApplicable']),
  grade: z.string().nullable(),
  score,
  /** Percent of the score that papers back; absent in entries of older releases. */
  backed: z.number().nullable().optional(),
  validUntil: date.nullable(),
  /** Hash of what was recognised in its scans; absent where nothing was. */
  readings: sha256.optional(),
  /** Scans wait to be read; another entry replaces this one then. */
  provisional: z.literal(true).optional(),
}

const verdictEntry = z.strictObject({ ...common, ...verdictParts })

const refusalEntry = z.strictObject({
  ...common,
  kind: z.literal('refusal'),
  /** Null where the bundle could not be read to its end. */
  bundleSha256: sha256.nullable(),
  /** Of the refusal, from the published list. */
  code: z.string(),
})

/** What became of one upload; written once and never changed. */
export const uploadEntry = z.discriminatedUnion('kind', [verdictEntry, refusalEntry])

/** What became of the re-check of one year; written once and never changed. */
export const recheckEntry = z.strictObject({
  ...common,
  ...verdictParts,
  year: z.int(),
  /** Id of the verdict that `changes` are counted from. */
  since: z.string(),
  changes,
})

/** What is left of a dossier that was erased; written once. */
export const tombstone = z.strictObject({
  schemaVersion: z.literal(1),
  uploadId: z.string(),
  /** Instant it was asked for, ISO 8601 in UTC. */
  on: z.iso.datetime(),
  reason: z.string().min(1),
  /** Who asked for it. */
  by: z.string().min(1),
  /** Hashes of the bundle's versions, by which the rest is found if erasing is cut short. */
  bundles: z.array(z.string()),
})

export type Tombstone = z.infer<typeof tombstone>
export type VerdictEntry = z.infer<typeof verdictEntry>
export type RefusalEntry = z.infer<typeof refusalEntry>
export type UploadEntry = z.infer<typeof uploadEntry>
export type RecheckEntry = z.infer<typeof recheckEntry>
/** One rule whose outcome differs between two verdicts. */
export type Change = RecheckEntry['changes'][number]

/**
 * What changed from one verdict to another, rule by rule: in the order of the later one, then what only the earlier one
 * had. Null stands for a rule that was not evaluated, or is not in that rule set.
 */
export function changesBetween(before: Pick<Verdict, 'findings'>, after: Pick<Verdict, 'findings'>): Change[] {
  const [was, is] = [outcomesOf(before), outcomesOf(after)]
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((rule) => ({ rule, from: was.get(rule) ?? null, to: is.get(rule) ?? null }))
    .filter(({ from, to }) => from !== to)
}

const outcomesOf = ({ findings }: Pick<Verdict, 'findings'>): Map<string, Outcome> =>
  new Map(findings.map(({ rule, outcome }) => [rule, outcome]))
