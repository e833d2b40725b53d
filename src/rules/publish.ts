import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { InputError, withValues } from '../core/errors.ts'
import { sha256 } from '../core/json.ts'
import { type BuiltRule, buildRule } from './build.ts'
import { checkBasis, checkBasisKinds, checkProfile, checkTells } from './checks.ts'
import type { LoadedRuleSet } from './load.ts'
import { lookedForBy } from './papers.ts'
import { type RuleProblem, schemaProblems } from './problems.ts'
import {
  block,
  edition,
  grade,
  group,
  holidays,
  profile,
  type RuleSet,
  ruleSetHash,
  SCORING,
  source,
} from './rule-set.ts'
import { identifier, localized, ruleFile } from './rule-source.ts'
import type { Vocabulary } from './vocabulary.ts'
import { PUBLISH_TEXTS } from './words.ts'

/** The closed form of a published rule set. */
const published = z.strictObject({
  id: identifier,
  version: z.string().min(1),
  title: localized,
  scoring: z.literal(SCORING),
  groups: z.array(group).min(1),
  rules: z.array(ruleFile.omit({ tests: true }).extend({ group: identifier })).min(1),
  sources: z.array(source),
  standards: z.array(edition),
  grades: z.array(grade),
  holidays,
  blocks: z.array(block),
  profiles: z.array(profile).min(1),
})

/** Hash in the name of a published file, `rule-set-<date>-<sha256>.json`. */
const NAME = /^rule-set-\d{4}-\d{2}-\d{2}-([0-9a-f]{64})\.json$/

/**
 * Reads a published rule set and builds its rules, as strictly as the files it was made from.
 *
 * A set of former days may tell the province nothing (`tells`): whoever needs that says so then.
 *
 * @param name the file's name; when it is that of a published file, its hash must be the content's
 * @throws InputError saying what is wrong and what to do
 */
export function readPublished(text: string, name: string, vocabulary: Vocabulary<unknown>): LoadedRuleSet {
  return buildPublished(parse(text, name), name, vocabulary)
}

/**
 * Builds the rules of a set whose form was looked at by whoever hands it on: another process of ours, or the build.
 * @throws InputError saying what is wrong and what to do
 */
export function buildPublished(source: RuleSet, name: string, vocabulary: Vocabulary<unknown>): LoadedRuleSet {
  const hash = ruleSetHash(source)
  const promised = NAME.exec(name)?.[1]
  if (promised !== undefined && promised !== hash)
    throw new InputError(withValues(PUBLISH_TEXTS.contentHashesNotHash, { name, sha256: hash }))
  const problems: RuleProblem[] = []
  const rules: BuiltRule[] = source.rules.map((rule) => {
    const wrong = [...checkBasis(rule, source), ...checkBasisKinds(rule, source.profiles), ...checkTells(rule, source)]
    problems.push(...wrong.map(({ path, text }) => ({ path: [rule.id, ...path], text })))
    return buildRule(rule, vocabulary, (path, text) => problems.push({ path: [rule.id, ...path], text }))
  })
  for (const profile of source.profiles)
    problems.push(...checkProfile(profile, source).map(({ path, text }) => ({ path: [profile.id, ...path], text })))
  if (problems.length > 0) throw broken(name, problems)
  return { source, sha256: hash, rules, lookedFor: lookedForBy(rules) }
}

function parse(text: string, name: string): RuleSet {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new InputError(withValues(PUBLISH_TEXTS.notJsonFileMade, { name }), { cause })
  }
  const parsed = published.safeParse(value, { reportInput: true })
  if (!parsed.success) throw broken(name, schemaProblems(published, parsed.error))
  return parsed.data
}

function broken(name: string, problems: readonly RuleProblem[]): InputError {
  const tell = (lang: 'vi' | 'en') => problems.map(({ path, text }) => `${path.join('.')}: ${text[lang]}`).join('\n')
  return new InputError(withValues(PUBLISH_TEXTS.ruleSetCannotUsed, { name, tell: { vi: tell('vi'), en: tell('en') } }))
}

/** A hash over the files of a folder of rules, by their names and bytes: equal where nothing in them was changed. */
export function ruleFilesHash(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
  const lines = names.sort().map((name) => `${name} ${sha256(readFileSync(join(folder, name)))}\n`)
  return sha256(lines.join(''))
}
