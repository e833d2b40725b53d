import { readdir, readFile } from 'node:fs/promises'
import * as z from 'zod'
import { mergePatch } from '../../src/base/patch.ts'
import { isoDate } from '../../src/rules/rule-source.ts'
import { makeZip, STORED } from '../../test/support/zip.ts'
import { sampleFiles } from './sample-files.ts'

/** What `sample.json` of a folder under fixtures/samples may say. */
const description = z.strictObject({
  /** A dossier of fixtures/base; `patch.json` beside, where there is one, changes it (RFC 7396). */
  base: z.string(),
  /** Another sample whose patch is applied first: what an agency did next. */
  after: z.string().optional(),
  asOf: isoDate,
  /** The procedures go into this workbook instead of the manifest. */
  catalogueFile: z.string().optional(),
  /** Files that the manifest names and that are not as they should be. */
  files: z.record(z.string(), z.enum(['absent', 'empty', 'wrongType'])).optional(),
  /** Files that the manifest does not name. */
  unnamed: z.array(z.string()).optional(),
  /** What the command line must say of it: the status of the verdict, or the code of the refusal. */
  expect: z.union([z.strictObject({ verdict: z.string() }), z.strictObject({ refusal: z.string() })]),
})
export type SampleDescription = z.infer<typeof description>

/** A sample bundle: its description and the bytes of its ZIP, the same on every machine. */
export interface Sample {
  name: string
  description: SampleDescription
  zip: Uint8Array
}

/** Builds every sample of fixtures/samples; paths are relative to the project's root. */
export async function buildSamples(): Promise<Sample[]> {
  const names = (await readdir('fixtures/samples')).sort()
  return Promise.all(names.map(buildSample))
}

/** Builds one sample of fixtures/samples by its folder's name. */
export async function buildSample(name: string): Promise<Sample> {
  const folder = `fixtures/samples/${name}`
  const told = description.parse(await readJson(`${folder}/sample.json`))
  const base = await readJson(`fixtures/base/${told.base}.json`)
  const patches = [...(told.after === undefined ? [] : [`fixtures/samples/${told.after}`]), folder]
  let manifest = base
  for (const one of patches)
    if ((await readdir(one)).includes('patch.json'))
      manifest = mergePatch(manifest, await readJson(`${one}/patch.json`))
  return { name, description: told, zip: await makeZip(await sampleFiles(manifest, told), STORED) }
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'))
}
