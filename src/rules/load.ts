import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { InputError, withValues } from '../core/errors.ts'
import { type BuiltRule, buildRule } from './build.ts'
import { checkAllTold, checkBasis, checkBasisKinds, checkProfile, checkTells, checkTests } from './checks.ts'
import { lookedForBy } from './papers.ts'
import {
  block,
  edition,
  grade,
  holidays,
  type Profile,
  profile,
  type RuleSet,
  type RuleSetHead,
  ruleSetHash,
  ruleSetHead,
  SCORING,
  source,
} from './rule-set.ts'
import { type RuleFile, type RuleTest, ruleFile } from './rule-source.ts'
import type { Vocabulary } from './vocabulary.ts'
import { LOAD_TEXTS } from './words.ts'
import { type PlacedProblem, readYaml, type YamlFile } from './yaml.ts'

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
    super(withValues(LOAD_TEXTS.rulesProblemS, { problems: problems.length, line: { vi: line('vi'), en: line('en') } }))
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

/** Checks what one file says of another: sources and tags of rules; rules, blocks and editions of profiles. */
function checkReferences({ ruleSet, head, files, profileFiles }: RulesFolder): PlacedProblem[] {
  const ofRules = ruleSet.rules.flatMap((rule) => {
    const place = files.get(rule.id)?.place
    if (!place) return []
    return [...checkBasis(rule, ruleSet), ...checkBasisKinds(rule, ruleSet.profiles), ...checkTells(rule, ruleSet)].map(
      place,
    )
  })
  const ofProfiles = [...profileFiles.values()].flatMap(({ value, place }) =>
    value ? checkProfile(value, ruleSet).map(place) : [],
  )
  return [...ofRules, ...ofProfiles, ...checkAllTold(ruleSet).map(head.place)]
}

/** A folder of rules as it was read: the set, the tests inside the rule files, and what is wrong, with places. */
interface RulesFolder {
  ruleSet: RuleSet
  head: YamlFile<RuleSetHead>
  tests: ReadonlyMap<string, readonly RuleTest[]>
  files: ReadonlyMap<string, YamlFile<RuleFile>>
  profileFiles: ReadonlyMap<string, YamlFile<Profile>>
  problems: PlacedProblem[]
}

const REGISTERS: Readonly<Record<'sources' | 'standards' | 'grades' | 'blocks', z.ZodType<object[]>>> = {
  sources: z.array(source),
  standards: z.array(edition),
  grades: z.array(grade),
  blocks: z.array(block),
}
const NO_HOLIDAYS = { knownThrough: '2014-05-18', fixed: [], dated: [] }

/**
 * Reads `rules/`: the registers at its top, one folder per group with one file per rule, the profiles. What stands
 * wrong in a file is a problem with file and line; nothing wrong is skipped without a word.
 *
 * @throws InputError when the folder cannot be read at all
 */
async function readRules(folder: string): Promise<RulesFolder> {
  const problems: PlacedProblem[] = []
  const head = await readOne(join(folder, 'rule-set.yaml'), ruleSetHead, problems)
  const registers = Object.fromEntries(
    await Promise.all(
      Object.entries(REGISTERS).map(async ([name, schema]) => {
        const read = await readOne(join(folder, `${name}.yaml`), schema, problems)
        return [name, read.value ?? []]
      }),
    ),
  ) as Pick<RuleSet, keyof typeof REGISTERS>
  const daysOff = await readOne(join(folder, 'holidays.yaml'), holidays, problems)
  const profileFiles = await readProfiles(folder, problems)
  const files = new Map<string, YamlFile<RuleFile>>()
  const rules: RuleSet['rules'] = []
  const tests = new Map<string, readonly RuleTest[]>()
  for (const { id: group } of head.value?.groups ?? [])
    for (const file of await yamlFiles(join(folder, group))) {
      const read = await readOne(file, ruleFile, problems)
      if (!read.value) continue
      const { tests: own, ...rule } = read.value
      if (rule.id !== nameOf(file)) problems.push(read.place(NAME_DIFFERS))
      if (files.has(rule.id)) problems.push(read.place({ path: ['id'], text: LOAD_TEXTS.twoRulesId }))
      files.set(rule.id, read)
      tests.set(rule.id, own)
      rules.push({ ...rule, group })
    }
  const groupOrder = (head.value?.groups ?? []).map((one) => one.id)
  rules.sort(
    (a, b) => groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group) || a.order - b.order || (a.id < b.id ? -1 : 1),
  )
  const empty = { id: '', version: '', title: { vi: '', en: '' }, scoring: SCORING as typeof SCORING, groups: [] }
  return {
    ruleSet: {
      ...(head.value ?? empty),
      rules,
      ...registers,
      holidays: daysOff.value ?? NO_HOLIDAYS,
      profiles: [...profileFiles.values()].flatMap((one) => one.value ?? []),
    },
    head,
    tests,
    files,
    profileFiles,
    problems,
  }
}

const NAME_DIFFERS = {
  path: ['id'],
  text: LOAD_TEXTS.idMustFileS,
}

const nameOf = (file: string) => basename(file).replace(/\.ya?ml$/, '')

/** The profiles by id, which is their file's name, so that no two have the same. */
async function readProfiles(folder: string, problems: PlacedProblem[]): Promise<Map<string, YamlFile<Profile>>> {
  const files = new Map<string, YamlFile<Profile>>()
  for (const file of await yamlFiles(join(folder, 'profiles'))) {
    const read = await readOne(file, profile, problems)
    if (!read.value) continue
    if (read.value.id === nameOf(file)) files.set(read.value.id, read)
    else problems.push(read.place(NAME_DIFFERS))
  }
  return files
}

async function readOne<T>(file: string, schema: z.ZodType<T>, problems: PlacedProblem[]): Promise<YamlFile<T>> {
  const text = await readText(file)
  const known = knownValue(schema, text)
  // Where a place stands is asked of a faulty set alone; the file is then read again.
  if (known)
    return { file, value: known, problems: [], place: (problem) => readYaml(file, text, schema).place(problem) }
  const read = readYaml(file, text, schema)
  problems.push(...read.problems)
  if (read.value !== undefined && read.problems.length === 0) keepValue(schema, text, read.value)
  return read
}

/** A few rule sets have so many files. */
const MOST_KNOWN = 400
const knownValues = new Map<z.ZodType, Map<string, unknown>>()

/** What a text was read as: two sets that are compared have most files in common, and reading YAML takes the time. */
function knownValue<T>(schema: z.ZodType<T>, text: string): T | undefined {
  return knownValues.get(schema)?.get(text) as T | undefined
}

function keepValue<T>(schema: z.ZodType<T>, text: string, value: T): void {
  const values = knownValues.get(schema) ?? new Map<string, unknown>()
  if (values.size >= MOST_KNOWN) values.clear()
  knownValues.set(schema, values.set(text, value))
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new InputError(withValues(LOAD_TEXTS.ruleFileCannotRead, { file }), { cause })
  }
}

/** YAML files of a folder, sorted by name; a folder that is not there has none. */
async function yamlFiles(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder)
    return names
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => join(folder, name))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw cause
  }
}
