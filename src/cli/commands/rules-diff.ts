import { stat } from 'node:fs/promises'
import { dayInVietnam } from '../../core/days.ts'
import { InputError, LANGUAGES, type Language, withValues } from '../../core/errors.ts'
import { type BundleLine, type RulesDiff, rulesDiffText } from '../../render/rules-diff.ts'
import { textChanges } from '../../rules/changes.ts'
import type { LoadedRuleSet } from '../../rules/load.ts'
import { previewBundle, type RulesPreview } from '../../verdict/rules-diff.ts'
import { bundlesIn, withBundle } from '../bundles.ts'
import { chosenRules, engine } from '../load.ts'
import { dateArgument, EXIT, oneOf, readArguments } from '../options.ts'
import { RULES_DIFF } from '../tables/rules.ts'
import { RULES_DIFF_TEXTS } from '../words.ts'

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
    throw new InputError(withValues(RULES_DIFF_TEXTS.noRulesAt, { path }), { cause })
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

const usage = () => new InputError(RULES_DIFF_TEXTS.twoRuleSetsFolder)
