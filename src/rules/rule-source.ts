import * as z from 'zod'
import { isIsoDate } from '../core/days.ts'
import { ASSURANCES, OUTCOMES, SEVERITIES, TEXT_STATES } from './answer.ts'
import { condition } from './condition.ts'
import { expression } from './expression.ts'

/** A text in both languages; each must say something. */
export const localized = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
/** A date that exists. */
export const isoDate = z.string().refine(isIsoDate, { error: 'date' })
export const identifier = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
export const paramValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])

/**
 * What a finding tells the province beyond its outcome, where the verdict is all there is: whether a `declaration` is in
 * force; of a rule over a list, how many procedures are covered (`coverage`) and how many earlier findings are corrected
 * (`correction`). The province finds the rule by this tag, never by its id, so that a rule may be renamed.
 */
export const TELLS = ['declaration', 'coverage', 'correction'] as const
export type Tells = (typeof TELLS)[number]

/**
 * A place in a text as officials cite it, from small to large: `điểm b khoản 4 Điều 4`, `khoản 3, khoản 4 Điều 12`,
 * `đoạn cuối Điều 4`; in a standard `điều 9.2.2`.
 */
const CLAUSE =
  /^(?:(?:điểm [a-zđ](?:, [a-zđ])* )?(?:khoản \d+(?:, khoản \d+)* )?(?:đoạn (?:liền trước đoạn )?cuối )?Điều \d+|điều \d+(?:\.\d+)*)$/u

/** Where a rule rests: a source of `rules/sources.yaml` and the place in it. */
export const basis = z.strictObject({ source: identifier, clause: z.string().regex(CLAUSE).optional() })

/** A day; or a day that counts while a condition holds; or several such, of which the first that counts is taken. */
const conditionalDay = z.union([z.strictObject({ when: condition, on: expression }), expression])
const dueDay = z.union([z.array(conditionalDay).min(1), conditionalDay])

/** A fact the rule may see. Without `optional`, its absence is missing evidence before the rule is asked. */
const evidence = z.array(
  z.union([
    z.string(),
    z.strictObject({ fact: z.string(), optional: z.literal(true).optional(), when: condition.optional() }),
  ]),
)

/** A declared fact, and what must agree with it in the text of the document that bears it out. */
const corroborate = z.array(z.strictObject({ declared: z.string(), read: z.string() })).min(1)

/** What is recommended where a condition holds, whatever the outcome: a message of the rule. It changes no score. */
const recommend = z.array(z.strictObject({ message: z.string(), when: condition })).min(1)

/** The steps of a judgement; the same for a whole dossier and for one item of a list. */
const steps = {
  when: condition.optional(),
  evidence: evidence.optional(),
  assert: condition.optional(),
  dueOn: dueDay.optional(),
  review: condition.optional(),
  holdsUntil: dueDay.optional(),
  /** Words of which the papers asked for must hold one, or else name the agency; accents and capitals do not count. */
  names: z.array(z.string().min(1)).min(1).optional(),
  corroborate: corroborate.optional(),
  recommend: recommend.optional(),
}

const outcomeOfNone = z.enum(['notApplicable', 'pass', 'fail', 'missingEvidence', 'needsReview'])

/** Items that come to needsReview pass with a recommendation while they are at most a share of a number. */
const tolerate = z.strictObject({
  when: condition,
  share: z.strictObject({ param: z.string() }),
  of: z.string(),
  message: z.string(),
})

/**
 * A judgement over a list, item by item. `empty` says what no counted item means; where that is `fail`, the version's own
 * `dueOn` says until when there is time for one.
 */
const forEach = z.strictObject({
  list: z.string(),
  key: z.string(),
  show: z.array(z.string()).optional(),
  empty: outcomeOfNone.optional(),
  /** What no counted item means where a condition holds; otherwise as `empty` says. */
  emptyWhen: z.strictObject({ when: condition, is: outcomeOfNone }).optional(),
  tolerate: tolerate.optional(),
  ...steps,
  assert: condition,
})

/** How a failing rule may earn a part: the share of its items, or one number over another. */
const credit = z.union([z.literal('items'), z.strictObject({ of: z.string(), over: z.string() })])

/** A rule as the law stood from one day; `to` is the first day it no longer stands. */
const version = z.strictObject({
  from: isoDate,
  to: isoDate.optional(),
  note: localized.optional(),
  params: z.record(z.string(), paramValue).optional(),
  ...steps,
  /** Until a day, while a condition holds, a breach or a gap is not yet due: ours, in favour of the agency. */
  grace: z.strictObject({ when: condition, through: expression }).optional(),
  forEach: forEach.optional(),
  credit: credit.optional(),
})

/** A test inside a rule's file: a base dossier, changed, judged on a day. */
const ruleTest = z.strictObject({
  name: z.string().min(1),
  base: identifier,
  asOf: isoDate,
  profile: identifier.optional(),
  patch: z.record(z.string(), z.unknown()).optional(),
  set: z.record(z.string().startsWith('/'), z.unknown()).optional(),
  remove: z.array(z.string().startsWith('/')).optional(),
  files: z
    .record(z.string(), z.union([z.enum(['absent', 'empty', 'wrongType']), z.strictObject({ sameAs: z.string() })]))
    .optional(),
  catalogue: z.record(z.string(), z.unknown()).optional(),
  /** What the documents say, by path; a file of which nothing is given was read and says nothing. */
  readings: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  /** What the authority's own record says, without the agency's code. */
  record: z.record(z.string(), z.unknown()).optional(),
  expect: z.enum(OUTCOMES),
  dueOn: isoDate.optional(),
  holdsUntil: isoDate.optional(),
  credit: z.strictObject({ low: z.number(), high: z.number() }).optional(),
  items: z.record(z.string(), z.number().int()).optional(),
  keys: z.array(z.string()).optional(),
  /** Named parts that are not met; of a rule over a list, those of the first item shown. */
  unmet: z.array(z.string()).optional(),
  assurance: z.enum(ASSURANCES).optional(),
  /** How the texts stand to facts; of a rule over a list, to those of the first item shown. */
  texts: z.record(z.string(), z.enum(TEXT_STATES)).optional(),
  message: z.string().optional(),
  /** Messages recommended, in order; an empty list says that nothing is. */
  recommends: z.array(z.string()).optional(),
})

/** One rule, one file: the closed form of `rules/<group>/<id>.yaml`. */
export const ruleFile = z.strictObject({
  id: identifier,
  aliases: z.array(identifier).optional(),
  order: z.number().int().min(1),
  title: localized,
  severity: z.enum(SEVERITIES),
  weight: z.number().int().min(1).max(100),
  effort: z.enum(['low', 'medium', 'high']),
  /** When the rule comes to needsReview, the whole bundle is set aside unread until a person has looked. */
  quarantines: z.literal(true).optional(),
  /** What the province learns from this rule's finding; one rule of a set for each. */
  tells: z.enum(TELLS).optional(),
  basis: z.array(basis).min(1),
  interpretation: localized.optional(),
  versions: z.array(version).min(1),
  messages: z.record(z.string(), localized),
  remedy: localized,
  tests: z.array(ruleTest).min(2),
})

export type RuleFile = z.infer<typeof ruleFile>
export type RuleVersionSource = z.infer<typeof version>
export type ForEachSource = z.infer<typeof forEach>
export type RuleTest = z.infer<typeof ruleTest>
export type DueDay = z.infer<typeof dueDay>
export type EvidenceSource = z.infer<typeof evidence>
export type CorroborateSource = z.infer<typeof corroborate>
export type GraceSource = NonNullable<RuleVersionSource['grace']>
export type RecommendSource = z.infer<typeof recommend>
export type TolerateSource = z.infer<typeof tolerate>
export type StepsSource = Pick<RuleVersionSource, keyof typeof steps>

/** A rule as it is published: its group comes from its folder, its tests stay behind. */
export type RuleSource = Omit<RuleFile, 'tests'> & { group: string }
