import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PdfEngine } from '../../src/documents/pdf/engine.ts'
import { engineFile } from '../../src/documents/process/confinement.ts'
import { withFonts } from '../samples/office/fonts.ts'
import { type Authority, testAuthority } from '../samples/office/sign.ts'
import { drawFrom } from './draw.ts'
import { eSigned, type Printing, withoutStamps } from './e-signed.ts'
import type { Layout, Made } from './layout.ts'
import { type Likeness, likenessOf } from './pictures.ts'

const run = promisify(execFile)

/** The forms in which each paper comes; `plain` is a PDF made with the fonts of the machine alone. */
export const FORMS = ['docx', 'pdf', 'plain', 'signed', 'clean', 'poor', 'photo'] as const
export type Form = (typeof FORMS)[number]
/** Those that are pictures. */
export const PICTURED: readonly Form[] = ['clean', 'poor', 'photo']

/** A paper as LibreOffice set it, and what stands on it. */
export interface TypesetPaper extends Pick<Made, 'facts' | 'stamps' | 'sealedAt'> {
  id: string
  printing: Printing
  pdf: Uint8Array
  docx?: Uint8Array | undefined
  plain?: Uint8Array | undefined
  /** Without what its signature prints. */
  blank?: Uint8Array | undefined
}

/**
 * Sets so many papers of each layout, each from a seed of its own. Needs LibreOffice (`soffice`), all in one run a format;
 * what it made is kept in a folder and made again only where a layout says something else.
 * @param each papers of every layout
 * @param fonts folder with the TrueType files of Tinos, which has the measures of Times New Roman; absent: the fonts of the machine
 */
export async function typeset(
  set: string,
  layouts: readonly Layout[],
  each: number,
  forms: readonly Form[],
  folder: string,
  fonts?: string,
): Promise<TypesetPaper[]> {
  const made = layouts.flatMap((layout) =>
    Array.from({ length: each }, (_, at) => {
      const id = `${set}-${layout.id}-${at + 1}`
      return { id, ...layout.make(drawFrom(id)) }
    }),
  )
  await mkdir(folder, { recursive: true })
  const sources = made.map(({ source }) => source)
  const office = new Typeset(folder, fonts)
  const printing = (at: number): Printing => (at % 2 === 0 ? 'whole' : 'figures')
  const pdf = await office.all(sources, 'pdf')
  const docx = forms.includes('docx') ? await office.all(sources, 'docx') : []
  const plain = forms.includes('plain') ? await new Typeset(folder).all(sources, 'pdf') : []
  const blanks = made.map((one, at) => withoutStamps(one, printing(at)))
  const blank = forms.includes('signed') ? await office.all(blanks, 'pdf') : []
  return made.map(({ source: _, ...told }, at) => ({
    ...told,
    printing: printing(at),
    pdf: pdf[at] ?? Buffer.alloc(0),
    docx: docx[at],
    plain: plain[at],
    blank: blank[at],
  }))
}

/** Makes papers in their forms, one at a time. */
export class FormMaker {
  readonly #engine: PdfEngine
  readonly #authority: Authority
  readonly #folder: string | undefined

  private constructor(engine: PdfEngine, authority: Authority, folder?: string) {
    this.#engine = engine
    this.#authority = authority
    this.#folder = folder
  }

  /** @param folder keeps the pictures; absent: they are made anew */
  static async load(folder?: string): Promise<FormMaker> {
    const engine = await PdfEngine.load(await WebAssembly.compile(engineFile('pdf')))
    return new FormMaker(engine, await testAuthority('Tổ chức chứng thực chữ ký số thử nghiệm'), folder)
  }

  /** @throws Error where the paper was not typeset for that form */
  async inForm(paper: TypesetPaper, form: Form): Promise<Uint8Array> {
    const { id, pdf, blank, sealedAt } = paper
    if (isLikeness(form))
      return kept(this.#folder, `${form} ${id} ${hashOf(pdf)}`, () =>
        likenessOf(this.#engine, pdf, form, drawFrom(`${id} ${form}`), sealedAt),
      )
    const to = { name: 'Văn thư cơ quan', organization: 'Cơ quan thử nghiệm' }
    const by = { to, authority: this.#authority, at: '2026-06-01T02:30:00Z' }
    const bytes = form === 'signed' ? blank && (await eSigned(this.#engine, { ...paper, blank }, by)) : paper[form]
    if (bytes === undefined) throw new Error(`${id} was not typeset to come as ${form}`)
    return bytes
  }
}

const SHIPPED = new URL('../../fixtures/corpus/', import.meta.url)

/** Keeps papers with the project, for its tests. */
export async function ship(papers: readonly TypesetPaper[]): Promise<void> {
  await rm('fixtures/corpus', { recursive: true, force: true })
  for (const { id, pdf, docx, plain, blank, ...told } of papers) {
    await mkdir(`fixtures/corpus/${id}`, { recursive: true })
    await writeFile(`fixtures/corpus/${id}/paper.json`, `${JSON.stringify(told, null, 2)}\n`)
    for (const [name, bytes] of Object.entries({
      'paper.pdf': pdf,
      'paper.docx': docx,
      'plain.pdf': plain,
      'blank.pdf': blank,
    }))
      if (bytes) await writeFile(`fixtures/corpus/${id}/${name}`, bytes)
  }
}

/** The papers that are kept with the project. */
export async function shipped(): Promise<TypesetPaper[]> {
  const ids = (await readdir(SHIPPED)).sort()
  return Promise.all(
    ids.map(async (id) => {
      const file = (name: string) => fileOrNothing(new URL(`${id}/${name}`, SHIPPED))
      const told = JSON.parse(await readFile(new URL(`${id}/paper.json`, SHIPPED), 'utf8'))
      const [pdf, docx, plain, blank] = await Promise.all(
        ['paper.pdf', 'paper.docx', 'plain.pdf', 'blank.pdf'].map(file),
      )
      return { id, ...told, pdf: pdf ?? Buffer.alloc(0), docx, plain, blank }
    }),
  )
}

function isLikeness(form: Form): form is Likeness {
  return PICTURED.includes(form)
}

type Source = Made['source']

/** LibreOffice, and what it made before. */
class Typeset {
  readonly #folder: string
  readonly #fonts: string | undefined

  constructor(folder: string, fonts?: string) {
    this.#folder = folder
    this.#fonts = fonts
  }

  async all(sources: readonly Source[], ending: 'pdf' | 'docx'): Promise<Buffer[]> {
    const paths = sources.map(({ xml }) =>
      join(this.#folder, `${hashOf(Buffer.from(xml))}${this.#fonts ? '' : '.plain'}.${ending}`),
    )
    const known = await Promise.all(paths.map(fileOrNothing))
    for (const kind of ['fodt', 'html'] as const) {
      const missing = sources.flatMap((source, at) =>
        source.kind === kind && !known[at] ? [{ source, path: paths[at] ?? '' }] : [],
      )
      await this.#convert(missing, kind, ending)
    }
    return Promise.all(paths.map((path) => readFile(path)))
  }

  async #convert(missing: readonly { source: Source; path: string }[], kind: Source['kind'], ending: 'pdf' | 'docx') {
    if (missing.length === 0) return
    const folder = await mkdtemp(join(tmpdir(), 'corpus-'))
    try {
      const names = missing.map((_, at) => `${at}.${kind}`)
      for (const [at, name] of names.entries()) await writeFile(join(folder, name), missing[at]?.source.xml ?? '')
      const filter =
        ending === 'pdf'
          ? 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'
          : 'docx:MS Word 2007 XML'
      const opened = kind === 'html' ? ['--infilter=HTML (StarWriter)'] : []
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      const to = ['--headless', ...opened, '--convert-to', filter, '--outdir', join(folder, 'out')]
      await run('soffice', [profile, ...to, ...names.map((name) => join(folder, name))], {
        env: this.#fonts ? await withFonts(this.#fonts, folder) : process.env,
      })
      for (const [at, { path }] of missing.entries())
        await writeFile(path, await readFile(join(folder, 'out', `${at}.${ending}`)))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** Bytes made before under this name, or made now. */
async function kept(folder: string | undefined, name: string, make: () => Uint8Array): Promise<Uint8Array> {
  if (folder === undefined) return make()
  const path = join(folder, hashOf(Buffer.from(name)))
  const known = await fileOrNothing(path)
  if (known) return known
  const bytes = make()
  await writeFile(path, bytes)
  return bytes
}

async function fileOrNothing(path: string | URL): Promise<Buffer | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
