import type { Localized } from '../../base/localized.ts'
import type { Prescreen } from '../../cohort/prescreen.ts'
import type { RuleChanges } from '../../report/cohort/text/prescreen-text.ts'
import { changesBetween } from '../../service/changes-between.ts'
import { readVerdicts } from '../desk/read-verdicts.ts'
import type { CameIn } from './folder-input.ts'

/**
 * Rule by rule, what came out otherwise than in last year's verdicts; undefined without both last year's document and
 * the folder of its verdicts. A verdict of last year that cannot be used is told.
 */
export async function ruleChangesSince(
  folder: string | undefined,
  previous: Prescreen | undefined,
  came: readonly CameIn[],
  warn: (texts: readonly Localized[]) => void,
): Promise<RuleChanges | undefined> {
  if (folder === undefined || previous === undefined) return undefined
  const { verdicts, wrong } = await readVerdicts(folder, previous)
  warn([...wrong.values()])
  return new Map(
    came.flatMap(({ result }) => {
      if (result.kind === 'refusal') return []
      const { code } = result.verdict.agency
      const before = verdicts.get(code)
      return before === undefined ? [] : [[code, changesBetween(before, result.verdict)] as const]
    }),
  )
}
