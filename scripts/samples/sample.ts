import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import * as z from 'zod'
import { mergePatch } from '../../src/core/json.ts'
import { isoDate } from '../../src/rules/rule-source.ts'
import { makeZip, STORED } from '../../test/support/zip.ts'
import { type Office, officeSchema } from './office/office.ts'
import { renamed, sampleFiles } from './sample-files.ts'

/** What `sample.json` of a folder under fixtures/samples may say. */
const description = z.strictObject({
  /** A dossier of fixtures/base; `patch.json` beside, where there is one, changes it (RFC 7396). */
  base: z.string(),
  /** Another sample whose patch is applied first: what an agency did next. */
  after: z.string().optional(),
  asOf: isoDate,
  /** The procedures go into this workbook instead of the manifest. */
  catalogueFile: z.string().optional(),
  /** Files whose manifest names another ending in this sample: a list kept in Excel, a paper kept in Word. */
  renamed: z.record(z.string(), z.string()).optional(),
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

const built = new Map<string, Promise<Sample>>()

/** One sample of fixtures/samples by its folder's name, built once a process: nobody may write into its bytes. */
export function buildSample(name: string): Promise<Sample> {
  const known = built.get(name) ?? build(name)
  built.set(name, known)
  return known
}

async function build(name: string): Promise<Sample> {
  const { manifest, told, folders } = await sampleManifest(name)
  return { name, description: told, zip: await makeZip(await sampleFiles(manifest, told, folders), STORED) }
}

/** The manifest of a sample, the office that wrote its papers, and the sample it goes on from. */
export async function withOffice(name: string) {
  const { manifest, told, folders } = await sampleManifest(name)
  const own = folders.filter((folder) => existsSync(`${folder}/office.json`)).at(-1)
  const office: Office = officeSchema.parse(await readJson(`${own}/office.json`))
  return { manifest: renamed(manifest, told.renamed), office, after: told.after }
}

async function sampleManifest(name: string) {
  const folder = `fixtures/samples/${name}`
  const told = description.parse(await readJson(`${folder}/sample.json`))
  let manifest = await readJson(`fixtures/base/${told.base}.json`)
  const folders = [...(told.after === undefined ? [] : [`fixtures/samples/${told.after}`]), folder]
  for (const one of folders)
    if (existsSync(`${one}/patch.json`)) manifest = mergePatch(manifest, await readJson(`${one}/patch.json`))
  return { manifest, told, folders }
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'))
}
