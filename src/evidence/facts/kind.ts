import type { Found } from '../../dossier/reading.ts'
import { found } from './found.ts'
import type { Outline } from './outline.ts'

/** The kind of the document, as its heading writes it in capitals; a letter (công văn) has none. */
export function kind({ own, title }: Outline): readonly Found<string>[] {
  const line = title && own[title.index]
  return line ? [found(title.kind, line, title.cell)] : []
}
