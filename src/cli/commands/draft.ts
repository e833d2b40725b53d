import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { InputError, type Language, type Localized, withValues } from '../../core/errors.ts'
import { readablePath } from '../../core/json.ts'
import { draftFolder } from '../../documents/draft/draft.ts'
import type { Certainty, Draft, DraftSource } from '../../documents/draft/pieces.ts'
import type { DocumentReading } from '../../dossier/reading.ts'
import { DEFAULT_LIMITS } from '../../intake/container.ts'
import { readFolder } from '../../intake/folder.ts'
import { Refusal } from '../../intake/refusals/refusal.ts'
import { printable } from '../../render/markup.ts'
import { notesSheet } from '../../render/workbook/sheet.ts'
import { writeWorkbook } from '../../render/workbook/workbook.ts'
import { EXIT, languageOf, readArguments } from '../options.ts'
import { progressLine } from '../output.ts'
import { DRAFT, TEMPLATE } from '../tables/dossier.ts'
import { DRAFT_CERTAINTY, DRAFT_TEXTS, DRAFT_UNREAD, TEMPLATE_TEXTS } from '../words.ts'

const WIDTHS = [32, 40, 36, 14, 60, 22]

/**
 * `qms-verdict draft <folder> [--output FILE.json|FILE.xlsx]`: drafts the manifest of a folder of papers that has none,
 * prints what was read where, and writes the draft where it is asked to. A file that is there is not overwritten.
 */
export async function draft(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, DRAFT.options)
  const [folder, extra] = positionals
  if (folder === undefined || extra !== undefined) throw new InputError(DRAFT_TEXTS.draftTakesExactlyOne)
  const { output } = values
  const lang = languageOf(args)
  const write = output === undefined ? undefined : writerFor(output)
  const made = await drafted(folder, lang, !values['no-ocr'])
  process.stdout.write(draftText(made, lang))
  if (output !== undefined && write !== undefined) {
    await written(output, await write(made, lang))
    process.stderr.write(`${output}\n`)
  }
  return EXIT.ok
}

async function drafted(folder: string, lang: Language, ocr: boolean): Promise<Draft> {
  const progress = progressLine(lang)
  const scanned = progressLine(lang, DRAFT_WORDS[lang].scans)
  const options = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }
  try {
    const container = await readFolder(folder, { ...options, progress: progress.show })
    return await draftFolder(container, { ...options, ...(ocr && { scans: { progress: scanned.show } }) })
  } catch (error) {
    if (error instanceof Refusal) throw new InputError(refusalMessage(error), { cause: error })
    throw error
  } finally {
    progress.clear()
    scanned.clear()
  }
}

function refusalMessage({ text, remedy }: Refusal): Localized {
  return withValues(DRAFT_TEXTS.joined, { text, remedy })
}

function writerFor(output: string): (made: Draft, lang: Language) => Promise<string | Uint8Array> {
  const ending = extname(output).toLowerCase()
  if (ending === '.json') return async (made) => `${JSON.stringify(made, null, 2)}\n`
  if (ending === '.xlsx') return workbook
  throw new InputError(withValues(DRAFT_TEXTS.outputNameFileEnds, { output }))
}

function workbook({ manifest, sources }: Draft, lang: Language): Promise<Uint8Array> {
  const words = DRAFT_WORDS[lang]
  const columns = words.columns.map((heading, at) => ({ heading, width: WIDTHS[at] ?? 20 }))
  const rows = sources.map(({ pointer, value, file, page, cell, quote, certainty }) => [
    readablePath(pointer),
    typeof value === 'string' ? value : JSON.stringify(value),
    file,
    cell ?? (page === undefined ? '' : `${words.page} ${page}`),
    quote,
    CERTAINTY[certainty][lang],
  ])
  return writeWorkbook(manifest, [notesSheet(words.sources, columns, rows)])
}

async function written(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx' })
  } catch (cause) {
    const there = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
    throw new InputError(
      there
        ? withValues(DRAFT_TEXTS.alreadyNotOverwrittenChoose, { path })
        : withValues(DRAFT_TEXTS.cannotWrittenCheckPath, { path }),
      { cause },
    )
  }
}

const SHOWN = 90

/** What was drafted, paper by paper, what a person must look at, and what was not read. */
export function draftText(draft: Draft, lang: Language): string {
  const words = DRAFT_WORDS[lang]
  const files = [...new Set(draft.sources.map(({ file }) => file))]
  const parts = [
    [
      words.drafted(draft.sources.length, files.length),
      ...files.flatMap((file) => [file, ...valuesOf(draft, file, lang)]),
    ],
    listed(
      words.doubts,
      draft.doubts.map(({ file, value, readings }) => {
        const said = readings.map((one) => shown(one.value)).join(' / ')
        return `${file}: ${readablePath(value)}: ${said}`
      }),
    ),
    listed(
      words.unclassified,
      draft.unclassified.map(({ file, candidates }) =>
        candidates.length > 0 ? `${file} (${candidates.join(', ')})` : file,
      ),
    ),
    listed(
      words.unread,
      draft.unread.map(({ file, text }) => `${file}: ${UNREAD[text][lang]}`),
    ),
    listed(words.stamped, draft.stamped),
    listed(words.toFill, draft.toFill.map(readablePath)),
  ]
  return printable(
    `${parts
      .filter((part) => part.length > 0)
      .map((part) => part.join('\n'))
      .join('\n\n')}\n`,
  )
}

function listed(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)]
}

/** A line for each value of a paper; members of one list stand on one line. */
function valuesOf({ sources }: Draft, file: string, lang: Language): string[] {
  const lines = new Map<string, DraftSource[]>()
  for (const source of sources.filter((one) => one.file === file)) {
    const name = readablePath(source.pointer.replace(/\/\d+$/, ''))
    lines.set(name, [...(lines.get(name) ?? []), source])
  }
  return [...lines].map(([name, members]) => {
    const [first] = members
    const values = members.map(({ value }) => shown(value)).join(', ')
    const sure = first ? CERTAINTY[first.certainty][lang] : ''
    return `  ${name.padEnd(36)} ${short(values)}  [${[sure, place(first, lang)].filter((one) => one !== '').join(', ')}]`
  })
}

function place(source: DraftSource | undefined, lang: Language): string {
  if (source?.cell !== undefined) return source.cell
  return source?.page === undefined ? '' : `${DRAFT_WORDS[lang].page} ${source.page}`
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function short(text: string): string {
  const letters = [...text]
  return letters.length <= SHOWN ? text : `${letters.slice(0, SHOWN - 1).join('')}…`
}

/** How sure a value of a draft is. */
export const CERTAINTY: Record<Certainty, Localized> = DRAFT_CERTAINTY

/** Why the text of a file is not known. */
export const UNREAD: Record<DocumentReading['text'], Localized> = DRAFT_UNREAD

/** Words of the summary of a draft. */
export const DRAFT_WORDS = {
  vi: {
    drafted: (values: number, files: number) =>
      `DỰ THẢO BẢNG KÊ HỒ SƠ: ${values} giá trị đọc được từ ${files} tài liệu. Đề nghị kiểm tra trước khi sử dụng.`,
    doubts: 'Đọc được nhiều giá trị khác nhau, để trống (chọn một giá trị đúng rồi ghi vào bảng kê):',
    unclassified: 'Chưa xác định được là tài liệu gì (đề nghị tự khai):',
    unread: 'Không đọc được nội dung (đề nghị tự khai):',
    stamped:
      'Có dấu chỉ độ mật: không đọc, không đưa vào bộ hồ sơ (đề nghị xử lý theo quy định về bảo vệ bí mật nhà nước):',
    toFill: 'Mục bắt buộc chưa có giá trị (đề nghị tự khai):',
    page: 'trang',
    scans: 'Đang nhận dạng bản quét',
    sources: 'nguồn',
    columns: ['Mục của bảng kê', 'Giá trị', 'Tệp', 'Trang, ô', 'Trích dẫn', 'Mức độ chắc chắn'],
  },
  en: {
    drafted: (values: number, files: number) =>
      `DRAFT OF THE MANIFEST: ${values} values read in ${files} documents. Check it before use.`,
    doubts: 'Different values were read, left blank (choose the right one and write it into the manifest):',
    unclassified: 'Not known what these documents are (fill in by hand):',
    unread: 'Not readable (fill in by hand):',
    stamped:
      'Stamped as a state secret: not read, not to be put into a bundle (handle as the law on state secrets requires):',
    toFill: 'Required, and still without a value (fill in by hand):',
    page: 'page',
    scans: 'Recognising scans',
    sources: 'sources',
    columns: ['Where in the manifest', 'Value', 'File', 'Page, cell', 'Quote', 'How sure'],
  },
}

/**
 * `qms-verdict template [--output FILE]`: writes the workbook an agency fills in as its manifest, and prints its path. A
 * file that is there is never overwritten: it may be filled in.
 */
export async function template(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, TEMPLATE.options)
  const [extra] = positionals
  if (extra !== undefined) throw new InputError(withValues(TEMPLATE_TEXTS.templateTakesNoName, { extra }))
  const path = values.output
  try {
    await writeFile(path, await writeWorkbook(), { flag: 'wx' })
  } catch (cause) {
    throw notWritten(path, cause)
  }
  process.stdout.write(`${path}\n`)
  return EXIT.ok
}

function notWritten(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === undefined) return cause
  if (code === 'EEXIST') return new InputError(withValues(TEMPLATE_TEXTS.alreadyMayFilledIn, { path }), { cause })
  return new InputError(withValues(TEMPLATE_TEXTS.cannotWritten, { path }), { cause })
}
