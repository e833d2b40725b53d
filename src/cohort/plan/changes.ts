import * as z from 'zod'
import { InputError } from '../../base/errors.ts'
import { agencyCode } from '../../base/names.ts'
import { readYaml } from '../../rules/yaml-file.ts'

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const common = { agency: z.string().min(1), reason: z.string().min(1), by: z.string().min(1).optional() }

/** What a person decided beside the plan, with the written reason: the file kept beside it is a list of these. */
export const planChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('add'), ...common, month: month.optional() }),
  z.strictObject({ change: z.literal('drop'), ...common }),
  z.strictObject({ change: z.literal('move'), ...common, month }),
])
export type PlanChange = z.infer<typeof planChange>

/**
 * The changes a person keeps beside the plan, YAML or JSON: `agency`, `change` (add: visit it, drop: do not, move: to
 * another `month`), `reason`.
 * @throws InputError naming every place that is not as it must be
 */
export function readPlanChanges(file: string, text: string): PlanChange[] {
  const { value, problems } = readYaml(file, text, z.array(planChange))
  if (value === undefined)
    throw new InputError({
      vi: problems.map(({ line, text: said }) => `${file} dòng ${line}: ${said.vi}`).join('\n'),
      en: problems.map(({ line, text: said }) => `${file} line ${line}: ${said.en}`).join('\n'),
    })
  return value.map((one) => ({ ...one, agency: agencyCode(one.agency) }))
}
