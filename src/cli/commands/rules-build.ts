import { dayInVietnam } from '../../core/days.ts'
import { InputError } from '../../core/errors.ts'
import { loadRules } from '../../rules/load.ts'
import { publishRuleSet } from '../../rules/publish.ts'
import { shippedRules, WORDS } from '../load.ts'
import { dateArgument, EXIT, readArguments } from '../options.ts'
import { writeOutput } from '../output.ts'
import { RULES_BUILD } from '../tables/rules.ts'

/**
 * `qms-verdict rules build [dir] --output DIR [--date DATE]`: publishes the rules as one immutable file and prints its
 * path.
 */
export async function rulesBuild(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, RULES_BUILD.options)
  if (values.output === undefined)
    throw new InputError({
      vi: 'Cần --output <thư-mục> để ghi tệp.',
      en: '--output <folder> is needed to write the file to.',
    })
  const date = values.date === undefined ? dayInVietnam(new Date().toISOString()) : dateArgument('--date', values.date)
  const { loaded } = await loadRules(positionals[0] ?? shippedRules(), WORDS)
  const { name, text } = publishRuleSet(loaded, date)
  process.stdout.write(`${await writeOutput(values.output, name, text)}\n`)
  return EXIT.ok
}
