import * as z from 'zod'
import { toDay } from '../core/days.ts'
import { InputError, withValues } from '../core/errors.ts'
import { mergePatch, removeAt, setAt, sha256 } from '../core/json.ts'
import { authorityRecord } from '../dossier/authority-record.ts'
import type { BundleFile, CatalogueInUse, Dossier } from '../dossier/dossier.ts'
import { type Manifest, manifest as manifestSchema, namedPaths } from '../dossier/manifest.ts'
import type { DocumentFacts, DocumentReading, SignatureReading } from '../dossier/reading.ts'
import { Scope } from '../rules/facts/scope.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { findProfile, judgingProfile } from '../rules/rule-set.ts'
import type { RuleTest } from '../rules/rule-source.ts'
import { RULE_TESTS_TEXTS } from '../rules/words.ts'
import { underRecord } from './authority.ts'
import { DossierJudge } from './day-result.ts'
import { forecast, lapseOf } from './forecast.ts'
import { findingOf } from './judge.ts'
import type { Finding } from './verdict.ts'

/** What a test inside a rule file came to: no differences means it passed. */
export interface RuleTestResult {
  rule: string
  test: string
  differences: string[]
}

/** Base dossiers by name, as manifests. */
export type Bases = ReadonlyMap<string, unknown>

/**
 * Runs one test of a rule file: the base dossier, changed, judged on the day; what comes out is compared. Only what the
 * test looks at is judged: its rule, the rules that set a bundle aside, and the days ahead where it says how long a pass
 * holds.
 */
export async function runRuleTest(
  rule: string,
  test: RuleTest,
  bases: Bases,
  ruleSet: LoadedRuleSet,
): Promise<RuleTestResult> {
  const base = bases.get(test.base)
  if (base === undefined) return { rule, test: test.name, differences: [`no base dossier '${test.base}'`] }
  const profile = findProfile(ruleSet, test.profile ?? 'national')
  const dossier = testDossier(changed(base, test), test)
  const scope = new Scope(dossier, { ruleSet: ruleSet.source, profile: judgingProfile(profile, ruleSet.source) })
  const rules = ruleSet.rules.filter(({ source }) => source.id === rule || source.quarantines)
  const judge = new DossierJudge(scope, { ...ruleSet, rules }, [])
  const today = await judge.judge(toDay(test.asOf))
  const judged = today.rules.find((one) => one.rule.source.id === rule)
  if (!judged || judged.off || (today.quarantine && today.quarantine !== judged))
    return { rule, test: test.name, differences: ['no finding'] }
  const { outcome, fault, recommendations = [] } = judged.answer
  const crash = outcome === 'error' ? [`crashed: ${fault instanceof Error ? fault.stack : String(fault)}`] : []
  const recommended = recommendations.map(({ message }) => message)
  const lookAhead = test.holdsUntil !== undefined && !today.quarantine
  const lapse = lookAhead ? lapseOf(judged, today.day, await forecast(today, (day) => judge.judge(day))) : undefined
  return { rule, test: test.name, differences: [...crash, ...compare(findingOf(judged, lapse), test, recommended)] }
}

function changed(base: unknown, test: RuleTest): unknown {
  let value = mergePatch(base, test.patch ?? {})
  for (const [pointer, to] of Object.entries(test.set ?? {})) value = setAt(value, pointer, to)
  for (const pointer of test.remove ?? []) value = removeAt(value, pointer)
  return value
}

function compare(finding: Finding, test: RuleTest, recommended: readonly string[]): string[] {
  const items: Record<string, unknown> = { ...finding.items }
  const pairs: [string, unknown, unknown][] = [
    ['outcome', finding.outcome, test.expect],
    ['dueOn', finding.dueOn, test.dueOn],
    ['holdsUntil', finding.holdsUntil, test.holdsUntil],
    ['credit.low', round(finding.credit?.low), round(test.credit?.low)],
    ['credit.high', round(finding.credit?.high), round(test.credit?.high)],
    ['unmet', finding.values.unmet ?? finding.items?.shown[0]?.unmet, test.unmet],
    ['assurance', finding.assurance, test.assurance],
    ['message', finding.message, test.message],
    ['recommends', recommended, test.recommends],
    ['texts', statesOf(finding), test.texts && sorted(test.texts)],
    ['keys', finding.items?.shown.map((item) => item.key), test.keys],
    ...Object.entries(test.items ?? {}).map(([name, n]): [string, unknown, unknown] => [
      `items.${name}`,
      items[name],
      n,
    ]),
  ]
  return pairs
    .filter(([, found, expected]) => expected !== undefined && JSON.stringify(found) !== JSON.stringify(expected))
    .map(([name, found, expected]) => `${name}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`)
}

/** How the texts stand to facts, by fact; of a rule over a list, to those of the first item shown. */
function statesOf({ text, items }: Finding): Record<string, string> {
  const told = text ?? ((items?.shown[0]?.text ?? []) as NonNullable<Finding['text']>)
  return sorted(Object.fromEntries(told.map(({ fact, state }) => [fact, state])))
}

const sorted = (states: Record<string, string>) => Object.fromEntries(Object.entries(states).sort())

const round = (value: number | undefined) => (value === undefined ? undefined : Math.round(value * 10_000) / 10_000)

const NO_HASH = '0'.repeat(64)

/**
 * A dossier as if read from a bundle in which every named file is as it should be and like no other, but for those the
 * test changes.
 *
 * @throws ZodError when the changed base is no manifest, or a reading is none; InputError for a reading of no file
 */
export function testDossier(
  value: unknown,
  test: Pick<RuleTest, 'files' | 'catalogue' | 'readings' | 'record'> = {},
): Dossier {
  const manifest = parseManifest(value)
  const files = new Map<string, BundleFile>()
  for (const { path } of namedPaths(manifestSchema, manifest)) {
    const change = test.files?.[path] ?? 'ok'
    if (change === 'absent') continue
    const [state, content] = typeof change === 'string' ? ([change, path] as const) : (['ok', change.sameAs] as const)
    files.set(path, { path, sha256: sha256(content), bytes: state === 'empty' ? 0 : 1, kind: 'pdf', state })
  }
  const dossier: Dossier = {
    manifest,
    catalogue: catalogueInUse(manifest, test.catalogue),
    files,
    ...(test.readings && { readings: readingsOf(files, test.readings) }),
    unnamedFiles: [],
    bundle: { sha256: NO_HASH, files: files.size + 1, bytes: files.size },
    notices: [],
  }
  if (test.record === undefined) return dossier
  return underRecord(dossier, authorityRecord.parse({ agency: manifest.agency.code, ...test.record }), NO_HASH)
}

/** What the schema made of sections, by what was given: a test changes one or two, and shares the others with its base. */
const parsedSections = new WeakMap<object, unknown>()

/** What the schema makes of a manifest; sections that were parsed before are taken over. */
function parseManifest(value: unknown): Manifest {
  const shape: Readonly<Record<string, z.ZodType>> = manifestSchema.shape
  const isKnown = (key: string) => Object.hasOwn(shape, key)
  // A mistake is told of the manifest as a whole.
  if (!isObject(value) || !Object.keys(value).every(isKnown)) return manifestSchema.parse(value)
  const sections: [string, unknown][] = []
  for (const [key, schema] of Object.entries(shape)) {
    const section = value[key]
    const parsed = (isObject(section) && parsedSections.get(section)) || schema.safeParse(section).data
    if (parsed === undefined && (section !== undefined || !schema.isOptional())) return manifestSchema.parse(value)
    if (parsed !== undefined) sections.push([key, parsed])
    if (isObject(section)) parsedSections.set(section, parsed)
  }
  return Object.fromEntries(sections) as Manifest
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Every file was read once one was; a reading of a file that is not there is a mistake in the test. */
function readingsOf(
  files: ReadonlyMap<string, BundleFile>,
  given: NonNullable<RuleTest['readings']>,
): Dossier['readings'] {
  const unknown = Object.keys(given).filter((path) => !files.has(path))
  if (unknown.length > 0) throw new InputError(noSuchFile(unknown.join(', ')))
  return new Map([...files.keys()].map((path) => [path, testReading(path, given[path])]))
}

const noSuchFile = (paths: string) => withValues(RULE_TESTS_TEXTS.testSaysWhatIn, { paths })

function catalogueInUse(manifest: Manifest, authority: RuleTest['catalogue']): CatalogueInUse {
  const source = authority ? 'authority' : manifest.catalogue ? 'agency' : 'none'
  const catalogue = authority ? manifestSchema.shape.catalogue.parse(authority) : manifest.catalogue
  const procedures = catalogue?.procedures ?? []
  const origin = procedures.map((_, index) => (authority ? {} : { pointer: `/catalogue/procedures/${index}` }))
  return { source, sha256: authority ? NO_HASH : null, ...catalogue, origin }
}

const signerValue = z.strictObject({
  name: z.string(),
  title: z.string().default('GIÁM ĐỐC'),
  capacity: z.enum(['KT.', 'TM.', 'TL.', 'TUQ.']).optional(),
})

/** A fact as a test says it: one reading or several, each its bare value, or with where it stands. */
function readings<V extends z.ZodType>(value: V) {
  const placed = z.strictObject({
    value,
    quote: z.string(),
    page: z.number().int().optional(),
    cell: z.string().optional(),
  })
  const one = z.union([placed, value.transform((bare) => ({ value: bare, quote: wordsOf(bare) }))])
  return z.union([z.array(one), one.transform((only) => [only])]).default([])
}

const wordsOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : String(value)

const text = readings(z.string())
const facts = z.strictObject({
  number: text,
  date: text,
  issuer: text,
  kind: text,
  subject: text,
  signer: readings(signerValue),
  edition: text,
  addressee: text,
  codes: text,
  audit: z
    .strictObject({ from: text, to: text, team: text, units: text, nonconformities: readings(z.number()) })
    .prefault({}),
  review: z.strictObject({ heldOn: text, chair: text, inputs: text, outputs: text }).prefault({}),
})

const signature = z.strictObject({
  intact: z.boolean().default(true),
  trusted: z.boolean().default(true),
  complete: z.boolean().default(true),
  reason: z.string().optional(),
})

const content = z.strictObject({
  pages: z.int().nullable().default(1),
  words: z.int().default(200),
  inkedPages: z.int().nullable().default(null),
  textHash: z.string().nullable().default(null),
  wordsHash: z.string().optional(),
  drawnHash: z.string().nullable().default(null),
})

const reading = z.strictObject({
  text: z.enum(['read', 'scan', 'legacyFont', 'locked', 'unreadable', 'overBounds', 'none']).default('read'),
  reason: z.string().optional(),
  stamped: z.boolean().default(false),
  flags: z
    .array(z.enum(['trackedChanges', 'hiddenText', 'lettersLost', 'converted', 'recognised', 'otherFormat']))
    .default([]),
  content: content.prefault({}),
  /** Which of the words looked for it holds; unless given, none were looked for. */
  says: z.strictObject({ names: z.array(z.string()).default([]), agency: z.boolean().default(false) }).optional(),
  facts: facts.prefault({}),
  signatures: z.array(signature).default([]),
})

/** A page of words. */
/**
 * The reading of a file as a test inside a rule gives it; one of which nothing is given was read and says nothing.
 * @throws ZodError when it is not a reading
 */
function testReading(path: string, given: unknown): DocumentReading {
  const {
    text: state,
    reason,
    stamped,
    flags,
    content: held,
    says,
    facts: said,
    signatures,
  } = reading.parse(given ?? {})
  return {
    path,
    format: 'pdf',
    text: state,
    ...(reason !== undefined && { reason }),
    stamped,
    flags,
    content: held,
    ...(says && { says }),
    ...((state === 'read' || flags.includes('recognised')) && !stamped && { facts: said as DocumentFacts }),
    signatures: signatures as SignatureReading[],
  }
}
