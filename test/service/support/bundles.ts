import { readFile } from 'node:fs/promises'
import { mergePatch } from '../../../src/core/json.ts'
import { makeZip } from '../../support/zip.ts'

const commune = JSON.parse(await readFile('fixtures/base/commune.json', 'utf8'))

/** A small bundle of an agency: the manifest of the base commune, and none of its files. */
export function smallBundle(code: string): Promise<Uint8Array> {
  return makeZip({ 'manifest.json': JSON.stringify(mergePatch(commune, { agency: { code } })) })
}
