import * as z from 'zod'
import { SEVERITIES } from '../../rules/outcome.ts'
import { engine, localized, ruleSetName } from './parts.ts'

/** The rules that judge, in rule-set order. */
export const ruleList = z.strictObject({
  ruleSet: ruleSetName,
  groups: z.array(z.strictObject({ id: z.string(), title: localized })),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      group: z.string(),
      title: localized,
      severity: z.enum(SEVERITIES),
      weight: z.int(),
      effort: z.enum(['low', 'medium', 'high']),
      /** Articles that the rule rests on. */
      basis: z.strictObject({ vi: z.array(z.string()), en: z.array(z.string()) }),
      remedy: localized,
    }),
  ),
})

/** The service answers, and by what it judges. */
export const health = z.strictObject({ status: z.literal('ok'), engine, ruleSet: ruleSetName })

/** Problem details (RFC 9457). */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  requestId: z.string(),
  errors: z
    .array(z.strictObject({ parameter: z.string().optional(), pointer: z.string().optional(), detail: z.string() }))
    .optional(),
})

/** What a kind of problem is. */
export const problemKind = z.strictObject({ type: z.string(), status: z.int(), title: localized })

/** The pre-screening of a province's agencies for a year, as `qms-verdict prescreen` writes it. */
export const prescreen = z.looseObject({ schemaVersion: z.literal(2), kind: z.literal('prescreen'), year: z.int() })
