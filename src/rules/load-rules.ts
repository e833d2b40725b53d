import { InputError } from '../base/errors.ts'
import { type BuiltRule, buildRule } from './build-rule.ts'
import { checkProfile } from './check-profiles.ts'
import { checkBasis, checkTests } from './check-references.ts'
import { lookedForBy } from './papers.ts'
import { type RulesFolder, readRules } from './read-rules.ts'
import { type RuleSet, ruleSetHash } from './rule-set.ts'
import type { RuleTest } from './rule-source.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { PlacedProblem } from './yaml-file.ts'

/** A rule set ready to judge with. Built once, used for any number of judgements, also at the same time. */
export interface LoadedRuleSet {
  source: RuleSet
  sha256: string
  rules: readonly BuiltRule[]
  /** Plain words that its rules look for in papers. */
  lookedFor: readonly string[]
}

/** The rules cannot be used; `problems` has every place. Exit code 2. */
export class BrokenRulesError extends InputError {
  override name = 'BrokenRulesError'
  readonly problems: readonly PlacedProblem[]
  constructor(problems: readonly PlacedProblem[]) {
    const line = (lang: 'vi' | 'en') =>
      problems
        .map(
          ({ file, line: at, path, text }) => `${file}:${at}: ${path.join('.')}${path.length ? ': ' : ''}${text[lang]}`,
        )
        .join('\n')
    super({
      vi: `Bộ quy tắc có ${problems.length} chỗ chưa đúng:\n${line('vi')}`,
      en: `The rules have ${problems.length} problem(s):\n${line('en')}`,
    })
    this.problems = problems
  }
}

/**
 * Reads, checks and builds the rules of a folder, with the tests inside the files.
 *
 * @throws BrokenRulesError telling every problem with file, line and the nearest valid word
 */
export async function loadRules(
  folder: string,
  vocabulary: Vocabulary<unknown>,
): Promise<{ loaded: LoadedRuleSet; tests: ReadonlyMap<string, readonly RuleTest[]> }> {
  const read = await readRules(folder)
  const problems = [...read.problems]
  const rules = read.ruleSet.rules.map((rule) => build(rule, read, vocabulary, problems))
  // What stands in a file that could not be read would look as if it did not exist.
  if (read.problems.length === 0) problems.push(...checkReferences(read))
  if (problems.length > 0) throw new BrokenRulesError(problems)
  return {
    loaded: { source: read.ruleSet, sha256: ruleSetHash(read.ruleSet), rules, lookedFor: lookedForBy(rules) },
    tests: read.tests,
  }
}

function build(
  rule: RuleSet['rules'][number],
  read: RulesFolder,
  vocabulary: Vocabulary<unknown>,
  problems: PlacedProblem[],
): BuiltRule {
  const file = read.files.get(rule.id)
  const found = checkTests(read.tests.get(rule.id) ?? [])
  const built = buildRule(rule, vocabulary, (path, text) => found.push({ path, text }))
  if (file) problems.push(...found.map(file.place))
  return built
}

/** Checks what one file says of another: sources of rules; rules, blocks and editions of profiles. */
function checkReferences({ ruleSet, files, profileFiles }: RulesFolder): PlacedProblem[] {
  const ofRules = ruleSet.rules.flatMap((rule) => {
    const place = files.get(rule.id)?.place
    return place ? checkBasis(rule, ruleSet).map(place) : []
  })
  const ofProfiles = [...profileFiles.values()].flatMap(({ value, place }) =>
    value ? checkProfile(value, ruleSet).map(place) : [],
  )
  return [...ofRules, ...ofProfiles]
}
