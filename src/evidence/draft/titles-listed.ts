import type { Titles } from './controlled.ts'
import type { Paper } from './paper.ts'

/** Titles by code, from lists of documents: a row holds a code and, beside it, the title. */
export function titlesListed(lists: readonly Paper[]): Titles {
  const titles = new Map<string, string>()
  for (const { lines } of lists) {
    const heading = lines.find(({ cells }) => cells.includes('Mã hiệu') && cells.some((cell) => /^Tên/.test(cell)))
    const [code = -1, title = -1] = heading
      ? [heading.cells.indexOf('Mã hiệu'), heading.cells.findIndex((cell) => /^Tên/.test(cell))]
      : []
    for (const { cells } of lines)
      if (cells.length === heading?.cells.length && cells !== heading.cells)
        titles.set(cells[code] ?? '', cells[title] ?? '')
  }
  return titles
}
