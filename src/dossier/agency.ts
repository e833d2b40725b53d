import * as z from 'zod'
import type { Localized } from '../core/errors.ts'
import { foldWords } from '../core/names.ts'
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

/** How registers and offices name the blocks, folded; `ubnd` is written out. The id of a block is one of its names. */
const BLOCK_NAMES: Record<Block, readonly string[]> = {
  ministry: ['bo', 'bo co quan ngang bo'],
  'provincial-committee': ['uy ban nhan dan cap tinh', 'uy ban nhan dan tinh', 'van phong uy ban nhan dan tinh'],
  department: [
    'so',
    'so nganh',
    'so va tuong duong',
    'co quan chuyen mon cap tinh',
    'co quan chuyen mon thuoc uy ban nhan dan cap tinh',
    'co quan chuyen mon thuoc uy ban nhan dan tinh',
  ],
  'sub-department': ['chi cuc', 'chi cuc va tuong duong', 'chi cuc va tuong duong thuoc co quan chuyen mon'],
  'management-board': ['ban', 'ban quan ly', 'ban quan ly truc thuoc uy ban nhan dan cap tinh'],
  district: ['huyen', 'quan', 'quan huyen', 'cap huyen', 'uy ban nhan dan cap huyen', 'uy ban nhan dan huyen'],
  'district-office': ['phong', 'co quan chuyen mon cap huyen', 'co quan chuyen mon thuoc uy ban nhan dan cap huyen'],
  commune: [
    'xa',
    'phuong',
    'dac khu',
    'thi tran',
    'cap xa',
    'xa phuong',
    'xa phuong dac khu',
    'xa phuong thi tran',
    'phuong xa',
    'phuong xa thi tran',
    'uy ban nhan dan cap xa',
  ],
  'public-service-unit': ['su nghiep', 'don vi su nghiep', 'don vi su nghiep cong lap'],
  vertical: ['nganh doc', 'co quan nganh doc', 'co quan duoc to chuc theo he thong nganh doc'],
}

const BLOCKS_BY_NAME = new Map(
  BLOCKS.flatMap((block) => [foldWords(block), ...BLOCK_NAMES[block]].map((words) => [words, block] as const)),
)

/** The block that a cell names, in Vietnamese or by its id; undefined when it names none. */
export function readBlock(text: string): Block | undefined {
  return BLOCKS_BY_NAME.get(foldWords(text).replace(/\bubnd\b/, 'uy ban nhan dan'))
}

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
