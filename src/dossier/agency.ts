import * as z from 'zod'
import type { Localized } from '../core/errors.ts'
import { code, count, date, text, title } from './primitives.ts'

/** Blocks of agencies (khối cơ quan); labels in Vietnamese are in the registers. */
export const BLOCKS = [
  'ministry',
  'provincial-committee',
  'department',
  'sub-department',
  'management-board',
  'district',
  'district-office',
  'commune',
  'public-service-unit',
  'vertical',
] as const
export type Block = (typeof BLOCKS)[number]

/** The agency that hands in the dossier (QĐ 20/2020/QĐ-TTg for its code). */
export const agency = z.strictObject({
  code: z
    .string()
    .regex(/^(?=.{1,35}$)[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/)
    .meta({ kind: 'agencyCode' }),
  name: title,
  block: z.enum(BLOCKS),
  province: z
    .string()
    .regex(/^[A-Za-z]\d{2}$/)
    .meta({ kind: 'provinceCode' }),
  heads: z.array(z.strictObject({ name: title, title, from: date.optional(), to: date.optional() })),
  /** Day the agency began, of one that is young or came out of a merger. */
  establishedOn: date.optional(),
  /** Names it had, each through `until`: a paper issued under one by then is its own. */
  formerNames: z.array(z.strictObject({ name: title, code: code.optional(), until: date })).optional(),
  units: z.array(title).optional(),
  staffInScope: count.optional(),
  website: text.nullable().optional(),
})

/** An agency as the authority's register lists it. */
export interface Member {
  /** In the form of QĐ 20/2020/QĐ-TTg. */
  code: string
  name: string
  block: Block
  /** Commune or ward where it is, as written. */
  commune?: string
  /** Code or name of the agency it became a part of. */
  mergedInto?: string
  /** Its earlier code or name. */
  renamedFrom?: string
  /** Day of the merger or renaming, `YYYY-MM-DD`. */
  changedOn?: string
  /** Calendar year of the last inspection at its office. */
  lastOnSite?: number
}

/** The authority's register of agencies, in its order, and what was passed over while reading it. */
export interface Register {
  members: readonly Member[]
  warnings: readonly Localized[]
}
