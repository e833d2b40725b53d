import * as z from 'zod'
import { InputError } from '../core/errors.ts'
import { mergePatch, removeAt, setAt, sha256 } from '../core/json.ts'
import type { BundleFile, CatalogueInUse, Dossier } from '../dossier/dossier.ts'
import { type Manifest, manifest as manifestSchema, namedPaths } from '../dossier/manifest.ts'
import type { DocumentFacts, DocumentReading, SignatureReading } from '../dossier/reading.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import type { RuleTest } from '../rules/rule-source.ts'
import { judge } from './judge.ts'
import type { Finding } from './verdict.ts'

/** What a test inside a rule file came to: no differences means it passed. */
export interface RuleTestResult {
  rule: string
  test: string
  differences: string[]
}

/** Base dossiers by name, as manifests. */
export type Bases = ReadonlyMap<string, unknown>

/** Runs one test of a rule file: the base dossier, changed, judged on the day; what comes out is compared. */
export async function runRuleTest(
  rule: string,
  test: RuleTest,
  bases: Bases,
  ruleSet: LoadedRuleSet,
): Promise<RuleTestResult> {
  const base = bases.get(test.base)
  if (base === undefined) return { rule, test: test.name, differences: [`no base dossier '${test.base}'`] }
  const { verdict, faults } = await judge({
    dossier: testDossier(changed(base, test), test),
    ruleSet,
    profileId: test.profile ?? 'national',
    engine: { name: 'qms-verdict', version: 'test' },
    asOf: test.asOf,
  })
  const finding = verdict.findings.find((one) => one.rule === rule)
  const crash = faults.map(({ fault }) => `crashed: ${fault instanceof Error ? fault.stack : String(fault)}`)
  const recommended = verdict.notices.flatMap((one) =>
    one.rule === rule && one.kind === 'recommendation' ? [one.id] : [],
  )
  const found = finding ? compare(finding, test, recommended) : ['no finding']
  return { rule, test: test.name, differences: [...crash, ...found] }
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
export function testDossier(value: unknown, test: Pick<RuleTest, 'files' | 'catalogue' | 'readings'> = {}): Dossier {
  const manifest: Manifest = manifestSchema.parse(value)
  const files = new Map<string, BundleFile>()
  for (const { path } of namedPaths(manifestSchema, manifest)) {
    const change = test.files?.[path] ?? 'ok'
    if (change === 'absent') continue
    const [state, content] = typeof change === 'string' ? ([change, path] as const) : (['ok', change.sameAs] as const)
    files.set(path, { path, sha256: sha256(content), bytes: state === 'empty' ? 0 : 1, kind: 'pdf', state })
  }
  return {
    manifest,
    catalogue: catalogueInUse(manifest, test.catalogue),
    files,
    ...(test.readings && { readings: readingsOf(files, test.readings) }),
    unnamedFiles: [],
    bundle: { sha256: NO_HASH, files: files.size + 1, bytes: files.size },
    notices: [],
  }
}

/** Every file was read once one was; a reading of a file that is not there is a mistake in the test. */
function readingsOf(
  files: ReadonlyMap<string, BundleFile>,
  given: NonNullable<RuleTest['readings']>,
): Dossier['readings'] {
  const unknown = Object.keys(given).filter((path) => !files.has(path))
  if (unknown.length > 0) throw new InputError(noSuchFile(unknown.join(', ')))
  return new Map([...files.keys()].map((path) => [path, testReading(path, given[path])]))
}

const noSuchFile = (paths: string) => ({
  vi: `Ca kiểm thử nêu nội dung của tệp không có trong hồ sơ: ${paths}.`,
  en: `The test says what is in files that the dossier does not have: ${paths}.`,
})

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

const reading = z.strictObject({
  text: z.enum(['read', 'scan', 'legacyFont', 'locked', 'unreadable', 'overBounds', 'none']).default('read'),
  reason: z.string().optional(),
  stamped: z.boolean().default(false),
  flags: z.array(z.enum(['trackedChanges', 'hiddenText', 'lettersLost', 'converted'])).default([]),
  facts: facts.prefault({}),
  signatures: z.array(signature).default([]),
})

/**
 * The reading of a file as a test inside a rule gives it; one of which nothing is given was read and says nothing.
 * @throws ZodError when it is not a reading
 */
export function testReading(path: string, given: unknown): DocumentReading {
  const { text: state, reason, stamped, flags, facts: said, signatures } = reading.parse(given ?? {})
  return {
    path,
    format: 'pdf',
    text: state,
    ...(reason !== undefined && { reason }),
    stamped,
    flags,
    ...(state === 'read' && !stamped && { facts: said as DocumentFacts }),
    signatures: signatures as SignatureReading[],
  }
}
