import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { InputError } from '../../base/errors.ts'
import type { Language, Localized } from '../../base/localized.ts'
import { readablePath } from '../../base/pointer.ts'
import { DEFAULT_LIMITS } from '../../bundle/container.ts'
import { readFolder } from '../../bundle/folder.ts'
import { Refusal } from '../../bundle/refusal.ts'
import type { Draft } from '../../evidence/draft/draft.ts'
import { draftFolder } from '../../evidence/draft/draft-folder.ts'
import { notesSheet } from '../../workbook/draft/notes-sheet.ts'
import { writeWorkbook } from '../../workbook/write-workbook.ts'
import { languageOf, readArguments } from '../arguments.ts'
import { draftText } from '../draft-text.ts'
import { CERTAINTY, DRAFT_WORDS } from '../draft-words.ts'
import { EXIT } from '../exit.ts'
import { progressLine } from '../progress.ts'

const WIDTHS = [32, 40, 36, 14, 60, 22]

/**
 * `qms-verdict draft <folder> [--output FILE.json|FILE.xlsx]`: drafts the manifest of a folder of papers that has none,
 * prints what was read where, and writes the draft where it is asked to. A file that is there is not overwritten.
 */
export async function draft(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { output: { type: 'string' }, lang: { type: 'string' } })
  const [folder, extra] = positionals
  if (folder === undefined || extra !== undefined)
    throw new InputError({
      vi: 'Lệnh draft cần đúng một thư mục tài liệu, ví dụ: qms-verdict draft tai-lieu --output ho-so.xlsx',
      en: 'draft takes exactly one folder of documents, such as: qms-verdict draft papers --output ho-so.xlsx',
    })
  const { output } = values
  const lang = languageOf(args)
  const write = output === undefined ? undefined : writerFor(output)
  const made = await drafted(folder, lang)
  process.stdout.write(draftText(made, lang))
  if (output !== undefined && write !== undefined) {
    await written(output, await write(made, lang))
    process.stderr.write(`${output}\n`)
  }
  return EXIT.ok
}

async function drafted(folder: string, lang: Language): Promise<Draft> {
  const progress = progressLine(lang)
  const options = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }
  try {
    const container = await readFolder(folder, { ...options, progress: progress.show })
    return await draftFolder(container, options)
  } catch (error) {
    if (error instanceof Refusal) throw new InputError(told(error), { cause: error })
    throw error
  } finally {
    progress.clear()
  }
}

function told({ text, remedy }: Refusal): Localized {
  return { vi: `${text.vi} ${remedy.vi}`, en: `${text.en} ${remedy.en}` }
}

function writerFor(output: string): (made: Draft, lang: Language) => Promise<string | Uint8Array> {
  const ending = extname(output).toLowerCase()
  if (ending === '.json') return async (made) => `${JSON.stringify(made, null, 2)}\n`
  if (ending === '.xlsx') return workbook
  throw new InputError({
    vi: `--output là '${output}'; ghi tên tệp có đuôi .json hoặc .xlsx.`,
    en: `--output is '${output}'; name a file that ends in .json or .xlsx.`,
  })
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
      {
        vi: there
          ? `Đã có tệp '${path}'; không ghi đè. Chọn tên khác bằng --output.`
          : `Không ghi được '${path}'. Kiểm tra đường dẫn và quyền ghi.`,
        en: there
          ? `'${path}' is there already and is not overwritten. Choose another name with --output.`
          : `'${path}' cannot be written. Check the path and the right to write.`,
      },
      { cause },
    )
  }
}
