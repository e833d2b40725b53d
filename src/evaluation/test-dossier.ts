import type * as z from 'zod'
import { sha256 } from '../base/canonical.ts'
import { InputError } from '../base/errors.ts'
import type { BundleFile, CatalogueInUse, Dossier } from '../dossier/dossier.ts'
import { type Manifest, manifest as manifestSchema } from '../dossier/manifest.ts'
import { namedPaths } from '../dossier/named-paths.ts'
import type { RuleTest } from '../rules/rule-source.ts'
import { testReading } from './test-readings.ts'

const NO_HASH = '0'.repeat(64)

/**
 * A dossier as if read from a bundle in which every named file is as it should be and like no other, but for those the
 * test changes.
 *
 * @throws ZodError when the changed base is no manifest, or a reading is none; InputError for a reading of no file
 */
export function testDossier(value: unknown, test: Pick<RuleTest, 'files' | 'catalogue' | 'readings'> = {}): Dossier {
  const manifest = parseManifest(value)
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
