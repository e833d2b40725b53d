import { LANGUAGES, type Language } from '../../core/errors.ts'
import { heading, table } from '../../render/text-layout.ts'
import { SEVERITY_WORDS } from '../../render/words.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import { ruleBook } from '../load.ts'
import { EXIT, oneOf, readArguments } from '../options.ts'
import { RULES_LIST } from '../tables/rules.ts'

const WIDTH = 120

/** `qms-verdict rules list`: every rule in rule-set order, by group; with `--format json` as data. */
export async function rulesList(args: string[]): Promise<number> {
  const { values } = readArguments(args, RULES_LIST.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const format = oneOf('--format', values.format, RULES_LIST.options.format.argument)
  const { loaded } = await ruleBook(values.rules, values['rule-set'])
  const text = format === 'json' ? `${JSON.stringify(asData(loaded.source), null, 2)}\n` : asText(loaded.source, lang)
  process.stdout.write(text)
  return EXIT.ok
}

function asData({ rules }: RuleSet) {
  return rules.map(({ id, group, title, severity, weight, effort }) => ({ id, group, title, severity, weight, effort }))
}

function asText({ groups, rules, version }: RuleSet, lang: Language): string {
  const words = lang === 'vi' ? ['quy tắc', 'trọng số', 'phiên bản'] : ['rules', 'weight', 'version']
  const weightOf = (some: RuleSet['rules']) => some.reduce((sum, { weight }) => sum + weight, 0)
  const lines = groups.flatMap((group) => {
    const own = rules.filter((rule) => rule.group === group.id)
    const rows = own.map(({ id, severity, weight, title }) => [
      `  ${id}`,
      SEVERITY_WORDS[severity][lang],
      String(weight),
      title[lang],
    ])
    return [
      ...heading(`${group.title[lang]} (${words[1]} ${weightOf(own)})`),
      ...(rows.length ? table(rows, WIDTH) : []),
    ]
  })
  const total = `${rules.length} ${words[0]}, ${words[1]} ${weightOf(rules)}, ${words[2]} ${version}`
  return `${[...lines.slice(1), '', total].join('\n')}\n`
}
