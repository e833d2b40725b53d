import * as z from 'zod'
import { OUTCOMES } from '../../rules/outcome.ts'

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
export const outcomeCounts = z.record(z.enum(OUTCOMES), z.int().min(0))
/** What judges: who can say whether two answers come from the same rules. */
export const ruleSetName = z.strictObject({ id: z.string(), version: z.string(), sha256 })
export const engine = z.strictObject({ name: z.string(), version: z.string() })
