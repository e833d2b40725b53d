import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LANGUAGES } from '../../core/errors.ts'
import { type RuleTestResult, runRuleTest } from '../../verdict/rule-tests.ts'
import { packageRoot, rulesIn } from '../load.ts'
import { EXIT, oneOf, readArguments } from '../options.ts'
import { RULES_TEST } from '../tables/rules.ts'

/**
 * `qms-verdict rules test [dir]`: runs the tests inside the rule files and tells each that fails, and a count.
 * @returns the exit code: 0 all pass, 1 some fail
 */
export async function rulesTest(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, RULES_TEST.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const { loaded, tests } = await rulesIn(positionals[0])
  const bases = await readBases()
  const results: RuleTestResult[] = []
  for (const [rule, cases] of tests) for (const one of cases) results.push(await runRuleTest(rule, one, bases, loaded))
  const failed = results.filter(({ differences }) => differences.length > 0)
  for (const { rule, test, differences } of failed)
    process.stdout.write(`✗ ${rule}: ${test}\n    ${differences.join('\n    ')}\n`)
  const [passed, rules] = [results.length - failed.length, tests.size]
  process.stdout.write(
    lang === 'vi'
      ? `${rules} quy tắc, ${results.length} ca kiểm thử: ${passed} đạt, ${failed.length} không đạt\n`
      : `${rules} rules, ${results.length} tests: ${passed} passed, ${failed.length} failed\n`,
  )
  return failed.length === 0 ? EXIT.ok : EXIT.caught
}

/** The base dossiers that tests start from. */
async function readBases(): Promise<Map<string, unknown>> {
  const folder = join(packageRoot(), 'fixtures', 'base')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const entries = names.map(
    async (name) => [name.replace(/\.json$/, ''), JSON.parse(await readFile(join(folder, name), 'utf8'))] as const,
  )
  return new Map(await Promise.all(entries))
}
