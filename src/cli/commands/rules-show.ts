import { InputError, LANGUAGES } from '../../core/errors.ts'
import { nearest } from '../../core/names.ts'
import { rulePage } from '../../render/rules/rule-page.ts'
import type { RuleSource } from '../../rules/rule-source.ts'
import { ruleBook } from '../load.ts'
import { EXIT, oneOf, readArguments } from '../options.ts'
import { RULES_SHOW } from '../tables/rules.ts'

/**
 * `qms-verdict rules show <id>`: one rule in words, by its id or an earlier one; with `--format json` as data.
 * @throws InputError naming the nearest rule when there is none of that id
 */
export async function rulesShow(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, RULES_SHOW.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const format = oneOf('--format', values.format, RULES_SHOW.options.format.argument)
  const { loaded, tests } = await ruleBook(values.rules, values['rule-set'])
  const rule = findRule(positionals, loaded.source.rules)
  const own = tests.get(rule.id) ?? []
  const text =
    format === 'json'
      ? `${JSON.stringify({ ...rule, tests: own }, null, 2)}\n`
      : rulePage({ rule, tests: own }, loaded.source, lang)
  process.stdout.write(text)
  return EXIT.ok
}

function findRule(positionals: readonly string[], rules: readonly RuleSource[]): RuleSource {
  const [id, ...more] = positionals
  if (id === undefined || more.length > 0)
    throw new InputError({
      vi: 'Cần đúng một mã quy tắc: qms-verdict rules show <mã>. Xem các mã: qms-verdict rules list.',
      en: 'Exactly one rule id is needed: qms-verdict rules show <id>. See the ids: qms-verdict rules list.',
    })
  const found = rules.find((rule) => rule.id === id || rule.aliases?.includes(id))
  if (found) return found
  const near = nearest(
    id,
    rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]),
  )
  throw new InputError({
    vi: `Không có quy tắc '${id}'${near ? `; gần nhất là '${near}'` : ''}. Xem các mã: qms-verdict rules list.`,
    en: `There is no rule '${id}'${near ? `; the nearest is '${near}'` : ''}. See the ids: qms-verdict rules list.`,
  })
}
