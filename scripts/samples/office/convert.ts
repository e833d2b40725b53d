import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { withFonts } from './fonts.ts'

const run = promisify(execFile)

/** Filters of LibreOffice by the ending that is wanted. */
const FILTERS: Record<string, string> = {
  pdf: 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"},"ExportBookmarks":{"type":"boolean","value":"false"}}',
  docx: 'docx:MS Word 2007 XML',
  doc: 'doc:MS Word 97',
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
}

export interface Source {
  /** Flat OpenDocument: a text, or a sheet. */
  xml: string
  kind: 'fodt' | 'fods'
}

/**
 * Turns flat OpenDocument files into one format with LibreOffice, which must be installed as `soffice`, all in one run.
 * @param fonts folder with the TrueType files of Tinos, which has the measures of Times New Roman
 * @returns the bytes, in the order given
 */
export async function convert(sources: readonly Source[], ending: string, fonts: string): Promise<Buffer[]> {
  if (sources.length === 0) return []
  const folder = await mkdtemp(join(tmpdir(), 'office-'))
  try {
    const names = sources.map(({ kind }, index) => `${String(index).padStart(3, '0')}.${kind}`)
    for (const [index, name] of names.entries()) await writeFile(join(folder, name), sources[index]?.xml ?? '')
    const out = join(folder, 'out')
    await mkdir(out)
    const to = ['--convert-to', FILTERS[ending] ?? ending, '--outdir', out]
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    await run('soffice', [profile, '--headless', ...to, ...names.map((name) => join(folder, name))], {
      env: await withFonts(fonts, folder),
    })
    return await Promise.all(names.map((name) => readFile(join(out, name.replace(/fod[ts]$/, ending)))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
