import * as z from 'zod'
import { count, date, text, title } from './primitives.ts'

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
  units: z.array(title).optional(),
  staffInScope: count.optional(),
  website: text.nullable().optional(),
})
