import * as z from 'zod'
import { BLOCKS } from '../../src/dossier/agency.ts'
import { isoDate } from '../../src/rules/rule-source.ts'

const count = z.int().min(0)

/** Agencies of one block; those with a trait are drawn by lot. An agency that has not declared hands in nothing. */
const group = z.strictObject({
  block: z.enum(BLOCKS),
  count,
  declared: count,
  /** Of those, how many declared again. */
  again: count.default(0),
  /** A process is missing: a blocking failure. */
  behind: count.default(0),
  /** No management review in the dossier: a blocking rule lacks evidence. */
  thin: count.default(0),
  /** Days on which so many, in the order of the list, signed their first declaration; else it is as in the base dossier. */
  signed: z.array(z.strictObject({ count, on: isoDate })).default([]),
})

/** A figure that the programme published, and what of a pre-screening it is held against. */
const published = z.strictObject({
  label: z.string(),
  value: count,
  of: z.enum(['total', 'declared', 'onSite', 'checked']),
  /** All blocks where absent. */
  blocks: z.array(z.enum(BLOCKS)).min(1).optional(),
})
export type Published = z.infer<typeof published>

/** A cohort under fixtures/cohorts: what a province looked like on a day, in published figures. */
export const cohortDescription = z.strictObject({
  profile: z.string(),
  province: z.string(),
  year: z.int(),
  asOf: isoDate,
  groups: z.array(group).min(1),
  /** Which papers the dossiers bring: all, or those of declarations, audits and reviews alone. */
  papers: z.enum(['all', 'main']).default('all'),
  /** Counts; shares and quotas that a programme sets are targets of its profile. */
  published: z.array(published),
})
export type CohortDescription = z.infer<typeof cohortDescription>
export type CohortGroup = z.infer<typeof group>
