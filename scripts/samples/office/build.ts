import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { setAt } from '../../../src/core/json.ts'
import { type Manifest, manifest as manifestSchema, namedPaths } from '../../../src/dossier/manifest.ts'
import { withOffice } from '../sample.ts'
import { convert } from './convert.ts'
import { toFods } from './fods.ts'
import { toFodt, UNICODE } from './fodt.ts'
import type { Office } from './office.ts'
import type { Paper, SheetPaper } from './paper.ts'
import { paperFor } from './paper-for.ts'
import { scanned } from './scan.ts'
import { signed, testAuthority } from './sign.ts'
import { steady } from './steady.ts'
import { TCVN3 } from './tcvn3.ts'

interface Job {
  path: string
  paper: Paper | SheetPaper
  form: 'pdf' | Office['forms'][string]
}

/**
 * `node scripts/run.mjs scripts/samples/office/build.ts --fonts FOLDER SAMPLE…`: typesets the papers of the samples again, into
 * `fixtures/samples/<name>/papers`. Needs LibreOffice, pdftoppm and the font Tinos
 * (`npm pack @expo-google-fonts/tinos`); what it writes is shipped.
 */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { fonts: { type: 'string' } } })
  if (values.fonts === undefined) throw new Error('say where the TrueType files of Tinos lie: --fonts FOLDER')
  for (const name of positionals) await buildPapers(name, values.fonts)
  return 0
}

async function buildPapers(name: string, fonts: string): Promise<void> {
  const { manifest, office, after } = await withOffice(name)
  const folder = join('fixtures/samples', name, 'papers')
  await rm(folder, { recursive: true, force: true })
  const before = after === undefined ? [] : jobsOf((await withOffice(after)).manifest as Manifest, office)
  const known = new Set(before.map((job) => job.path + source(job).xml))
  const jobs = jobsOf(manifest as Manifest, office).filter((job) => !known.has(job.path + source(job).xml))
  for (const ending of ['pdf', 'docx', 'doc', 'xlsx']) {
    const these = jobs.filter(({ form }) => endingOf(form) === ending)
    const made = await convert(these.map(source), ending, fonts)
    for (const [at, { path, form }] of these.entries()) {
      const bytes = steady(made[at] ?? Buffer.alloc(0), ending, path)
      await write(join(folder, path), await finished(bytes, form, manifest as Manifest, folder))
    }
  }
}

function jobsOf(manifest: Manifest, office: Office): Job[] {
  let said: unknown = manifest
  for (const [pointer, value] of Object.entries(office.otherwise ?? {})) said = setAt(said, pointer, value)
  const seen = new Set<string>()
  return namedPaths(manifestSchema, manifest).flatMap((named) => {
    const paper = seen.has(named.path) ? undefined : paperFor(named, { manifest: said as Manifest, office })
    seen.add(named.path)
    return paper ? [{ path: named.path, paper, form: office.forms[named.path] ?? ('pdf' as const) }] : []
  })
}

function endingOf(form: Job['form']): string {
  return form === 'scan' || form === 'signed' ? 'pdf' : form === 'tcvn3' ? 'docx' : form
}

function source({ paper, form }: Job) {
  if ('sheet' in paper) return { kind: 'fods' as const, xml: toFods(paper) }
  return { kind: 'fodt' as const, xml: toFodt(paper, form === 'tcvn3' ? TCVN3 : UNICODE) }
}

async function finished(bytes: Buffer, form: Job['form'], manifest: Manifest, folder: string): Promise<Uint8Array> {
  if (form === 'scan') return scanned(bytes)
  if (form !== 'signed') return bytes
  const { agency, statusReport } = manifest
  const authority = await testAuthority('Tổ chức chứng thực chữ ký số thử nghiệm')
  await write(join(folder, '..', 'trust', 'thu-nghiem.pem'), Buffer.from(authority.pem))
  const to = { name: agency.heads[0]?.name ?? agency.name, organization: agency.name }
  return signed(bytes, to, authority, `${statusReport?.signedOn}T02:30:00Z`)
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}
