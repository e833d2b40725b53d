import { sha256 } from '../base/canonical.ts'
import type { BundleFile, CatalogueInUse, Dossier } from '../dossier/dossier.ts'
import { type Manifest, manifest as manifestSchema } from '../dossier/manifest.ts'
import { namedPaths } from '../dossier/named-paths.ts'
import type { RuleTest } from '../rules/rule-source.ts'

const NO_HASH = '0'.repeat(64)

/**
 * A dossier as if read from a bundle in which every named file is as it should be and like no other, but for those the
 * test changes.
 *
 * @throws ZodError when the changed base is no manifest
 */
export function testDossier(value: unknown, test: Pick<RuleTest, 'files' | 'catalogue'> = {}): Dossier {
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
    unnamedFiles: [],
    bundle: { sha256: NO_HASH, files: files.size + 1, bytes: files.size },
    notices: [],
  }
}

function catalogueInUse(manifest: Manifest, authority: RuleTest['catalogue']): CatalogueInUse {
  const source = authority ? 'authority' : manifest.catalogue ? 'agency' : 'none'
  const catalogue = authority ? manifestSchema.shape.catalogue.parse(authority) : manifest.catalogue
  const procedures = catalogue?.procedures ?? []
  const origin = procedures.map((_, index) => (authority ? {} : { pointer: `/catalogue/procedures/${index}` }))
  return { source, sha256: authority ? NO_HASH : null, ...catalogue, origin }
}
