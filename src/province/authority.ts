import * as z from 'zod'
import { InputError } from '../core/errors.ts'
import { BLOCKS } from '../dossier/agency.ts'
import { readYaml } from '../rules/yaml.ts'

const text = z.string().trim().min(1)

/**
 * What the authority says of itself once, to be printed on its plan, letters and report. Whatever it leaves out is
 * printed as a blank to fill by hand.
 */
export const authority = z.strictObject({
  /** The body above it: `Ủy ban nhân dân tỉnh An Giang`. */
  superior: text.optional(),
  /** The lead unit (đơn vị chủ trì): `Sở Khoa học và Công nghệ`. */
  name: text.optional(),
  /** Mark of its letters, after the number: `SKHCN-TĐC`. */
  symbol: text.optional(),
  /** Where its letters are dated. */
  place: text.optional(),
  /** Office of who signs: `Giám đốc`. */
  signer: text.optional(),
  /** The decision that approved the year's plan of inspections, as letters cite it: `Quyết định số 88/QĐ-UBND ngày 05/3/2026`. */
  planDecision: text.optional(),
  /** Who inspects (T Điều 34): `Chi cục Tiêu chuẩn Đo lường Chất lượng`. */
  inspectingUnit: text.optional(),
  coordinatingUnits: z.array(text).optional(),
  /** Who else receives its letters (Nơi nhận). */
  recipients: z.array(text).optional(),
  /** Person or unit, telephone and e-mail for questions. */
  contact: text.optional(),
  /** The points of PAR criterion 7.4 by the share that declared, or declared and met; they differ by year and province. */
  criterion74: z
    .strictObject({
      maximum: z.number().min(0),
      /** What the share is of: agencies that declared (as published), or those that declared and are judged to meet the requirements. */
      over: z.enum(['declared', 'declaredAndMet']).optional(),
      blocks: z.array(z.enum(BLOCKS)).min(1).optional(),
      steps: z.array(z.strictObject({ share: z.number().min(0).max(1), points: z.number().min(0) })).min(1),
    })
    .optional(),
  /** The year's tasks by their ids in the profile: what was done of each. */
  tasks: z.record(z.string(), z.number().min(0)).optional(),
})

export type Authority = z.infer<typeof authority>

/**
 * What the authority says of itself, as it stands in a file of YAML or JSON.
 * @param name of the file, to be told
 * @throws InputError naming every place that is not as it must be
 */
export function readAuthority(name: string, bytes: Uint8Array): Authority {
  const { value, problems } = readYaml(name, new TextDecoder().decode(bytes), authority)
  if (value !== undefined) return value
  throw new InputError({
    vi: problems.map(({ line, text }) => `${name} dòng ${line}: ${text.vi}`).join('\n'),
    en: problems.map(({ line, text }) => `${name} line ${line}: ${text.en}`).join('\n'),
  })
}
