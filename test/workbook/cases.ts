import { readdirSync } from 'node:fs'
import type { Book } from '../../fixtures/workbooks/book.ts'

interface Case {
  /** Edits a workbook filled in from the base dossier of a department. */
  edit(book: Book): void
  /** Beginnings of the Vietnamese sentences, after the name of the file, in their order. */
  expected?: readonly string[]
  /** More is told than `expected`. */
  more?: boolean
  /** Codes of notices that must be told. */
  notices?: readonly string[]
}

/** Every case of a folder of fixtures/workbooks, by name. */
export async function workbookCases(folder: 'read' | 'answered'): Promise<[string, Case][]> {
  const at = new URL(`../../fixtures/workbooks/${folder}/`, import.meta.url)
  const names = readdirSync(at).sort()
  if (names.length === 0) throw new Error(`no cases in ${folder}`)
  return Promise.all(names.map(async (name): Promise<[string, Case]> => [name, await import(new URL(name, at).href)]))
}
