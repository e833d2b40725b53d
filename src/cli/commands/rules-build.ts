import { dayInVietnam } from '../../core/days.ts'
import { InputError } from '../../core/errors.ts'
import { publishRuleSet } from '../../rules/publish.ts'
import { publishPlainRules } from '../../verdict/plain-rules.ts'
import { rulesIn } from '../load.ts'
import { dateArgument, EXIT, oneOf, readArguments } from '../options.ts'
import { writeOutput } from '../output.ts'
import { RULES_BUILD } from '../tables/rules.ts'

/**
 * `qms-verdict rules build [dir] --output DIR [--date DATE] [--format FORMAT [--profile ID]]`: publishes the rules as one
 * file and prints its path.
 */
export async function rulesBuild(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, RULES_BUILD.options)
  if (values.output === undefined)
    throw new InputError({
      vi: 'Cần --output <thư-mục> để ghi tệp.',
      en: '--output <folder> is needed to write the file to.',
    })
  const format = oneOf('--format', values.format, RULES_BUILD.options.format.argument)
  if (values.profile !== undefined && format === 'rule-set')
    throw new InputError({
      vi: '--profile chỉ dùng với --format json-rules-engine: tệp rule-set chứa mọi bộ thông số.',
      en: '--profile goes with --format json-rules-engine only: a rule-set file holds every profile.',
    })
  const date = values.date === undefined ? dayInVietnam(new Date().toISOString()) : dateArgument('--date', values.date)
  const { loaded } = await rulesIn(positionals[0])
  const { name, text } =
    format === 'rule-set' ? publishRuleSet(loaded, date) : publishPlainRules(loaded, values.profile ?? 'national', date)
  process.stdout.write(`${await writeOutput(values.output, name, text)}\n`)
  return EXIT.ok
}
