import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { dayInVietnam } from '../../core/days.ts'
import { InputError, LANGUAGES, type Language, withValues } from '../../core/errors.ts'
import { nearest } from '../../core/names.ts'
import { heading, table } from '../../core/texts.ts'
import { rulePages } from '../../render/rules/pages.ts'
import { rulePage } from '../../render/rules/rule-page.ts'
import { type BundleLine, type RulesDiff, rulesDiffText } from '../../render/rules-diff.ts'
import { SEVERITY_WORDS } from '../../render/words.ts'
import { textChanges } from '../../rules/changes.ts'
import type { LoadedRuleSet } from '../../rules/load.ts'
import { publishRuleSet, type RuleSet } from '../../rules/rule-set.ts'
import type { RuleSource } from '../../rules/rule-source.ts'
import { publishPlainRules } from '../../verdict/day-judge.ts'
import { type RuleTestResult, runRuleTest } from '../../verdict/rule-tests.ts'
import { previewBundle, type RulesPreview } from '../../verdict/rules-diff.ts'
import { bundlesIn, withBundle } from '../bundles.ts'
import { chosenRules, engine, packageRoot, ruleBook, rulesIn } from '../load.ts'
import { dateArgument, EXIT, oneOf, readArguments } from '../options.ts'
import { writeOutput } from '../output.ts'
import { RULES_BUILD, RULES_DIFF, RULES_DOCS, RULES_LIST, RULES_SHOW, RULES_TEST } from '../tables/rules.ts'
import { RULES_TEXTS } from '../words.ts'

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
  if (id === undefined || more.length > 0) throw new InputError(RULES_TEXTS.exactlyOneRuleId)
  const found = rules.find((rule) => rule.id === id || rule.aliases?.includes(id))
  if (found) return found
  const near = nearest(
    id,
    rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]),
  )
  throw new InputError(
    withValues(RULES_TEXTS.noRuleSeeIds, { id, near: near ? withValues(RULES_TEXTS.nearest, { near }) : '' }),
  )
}

/**
 * `qms-verdict rules build [dir] --output DIR [--date DATE] [--format FORMAT [--profile ID]]`: publishes the rules as one
 * file and prints its path.
 */
export async function rulesBuild(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, RULES_BUILD.options)
  if (values.output === undefined) throw new InputError(RULES_TEXTS.outputFolderNeededWrite)
  const format = oneOf('--format', values.format, RULES_BUILD.options.format.argument)
  if (values.profile !== undefined && format === 'rule-set') throw new InputError(RULES_TEXTS.profileGoesWithFormat)
  const date = values.date === undefined ? dayInVietnam(new Date().toISOString()) : dateArgument('--date', values.date)
  const { loaded } = await rulesIn(positionals[0])
  const { name, text } =
    format === 'rule-set' ? publishRuleSet(loaded, date) : publishPlainRules(loaded, values.profile ?? 'national', date)
  process.stdout.write(`${await writeOutput(values.output, name, text)}\n`)
  return EXIT.ok
}

/** `qms-verdict rules docs --output DIR`: writes the rules as pages for a legal officer, in both languages. */
export async function rulesDocs(args: string[]): Promise<number> {
  const { values } = readArguments(args, RULES_DOCS.options)
  if (values.output === undefined) throw new InputError(RULES_TEXTS.outputFolderNeededWritePages)
  const { loaded, tests } = await ruleBook(values.rules, undefined)
  for (const [name, text] of rulePages(loaded.source, tests))
    process.stdout.write(`${await writeOutput(values.output, name, text)}\n`)
  return EXIT.ok
}

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

/**
 * `qms-verdict rules diff <old> <new> --bundles DIR`: what a change of rules would do: judges every bundle by both sets
 * (folders or published files) and tells which agencies come out otherwise, and by which rules.
 * @returns 0; refused bundles are told, not counted as changed
 */
export async function rulesDiff(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, RULES_DIFF.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const format = oneOf('--format', values.format, RULES_DIFF.options.format.argument)
  const [old, now, ...more] = positionals
  const { bundles: folder, 'as-of': day, profile } = values
  if (old === undefined || now === undefined || more.length > 0 || folder === undefined) throw usage()
  const preview: RulesPreview = {
    old: await rulesAt(old),
    new: await rulesAt(now),
    profileId: profile,
    asOf: day === undefined ? dayInVietnam(new Date().toISOString()) : dateArgument('--as-of', day),
    engine: await engine(),
  }
  const { bundles, others } = await bundlesIn(folder)
  const diff = diffOf(preview, await judged(bundles, preview, lang), others)
  const text = format === 'json' ? `${JSON.stringify(diff, null, 2)}\n` : rulesDiffText(diff, preview.new.source, lang)
  process.stdout.write(text)
  return EXIT.ok
}

/** A folder of rules or a published file. */
async function rulesAt(path: string): Promise<LoadedRuleSet> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new InputError(withValues(RULES_TEXTS.noRulesAt, { path }), { cause })
  })
  return found.isDirectory() ? chosenRules(path, undefined) : chosenRules(undefined, path)
}

/** One bundle after the other: each may take all the memory one bundle may take. */
async function judged(bundles: { name: string; path: string }[], preview: RulesPreview, lang: Language) {
  const lines: BundleLine[] = []
  for (const [at, { name, path }] of bundles.entries()) {
    const what = `[${at + 1}/${bundles.length}] ${name}`
    const line = await withBundle(path, lang, (reading) => previewBundle(reading, preview), { what })
    lines.push({ bundle: name, ...line })
  }
  return lines
}

function diffOf(preview: RulesPreview, lines: readonly BundleLine[], others: readonly string[]): RulesDiff {
  const named = ({ source: { id, version }, sha256 }: LoadedRuleSet) => ({ id, version, sha256 })
  const changes = lines.flatMap((line) => ('change' in line ? [{ bundle: line.bundle, ...line.change }] : []))
  return {
    schemaVersion: 1,
    kind: 'rulesDiff',
    asOf: preview.asOf,
    profile: preview.profileId,
    old: named(preview.old),
    new: named(preview.new),
    text: textChanges(preview.old.source, preview.new.source),
    bundles: { total: lines.length, judged: changes.length, refused: lines.length - changes.length },
    agencies: changes.filter((change) => change.changes.length > 0 || change.rules.length > 0),
    refused: lines.flatMap(({ bundle, ...line }) =>
      'refusal' in line ? [{ bundle, code: line.refusal.code, message: line.refusal.message }] : [],
    ),
    others,
  }
}

const usage = () => new InputError(RULES_TEXTS.twoRuleSetsFolder)
