import type { Clock } from '../../base/clock.ts'
import { DOCUMENT_TYPES, type DocumentType } from '../../dossier/documents.ts'
import { field, list } from '../define.ts'
import { inForceOf, leading } from '../documents.ts'
import { usableFile } from '../files.ts'
import type { Scope } from '../scope.ts'

interface Item {
  type: DocumentType
  /** Absent when nobody can tell: the section is absent, or only undated documents of the type are listed. */
  inForce: boolean | undefined
  file: string | undefined
  pointer: string
}

function items(scope: Scope, clock: Clock): readonly Item[] {
  return DOCUMENT_TYPES.map((type) => {
    const entry = leading(scope, clock, type)
    return {
      type,
      inForce: inForceOf(scope, clock, type),
      file: usableFile(scope, entry?.document.file),
      pointer: entry ? `/documents/${entry.index}` : '/documents',
    }
  })
}

/** Every type of document, whether the agency has one or not. */
export const documentTypesList = list<Item>({
  label: { vi: 'loại tài liệu', en: 'types of document' },
  items,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    type: field('text', 'loại tài liệu', 'type of document', (item: Item) => item.type),
    inForce: field(
      'flag',
      'ngày phê duyệt hoặc ngày áp dụng của tài liệu',
      'day of approval or of effect of the document',
      (item) => item.inForce,
    ),
    file: field('file', 'tài liệu', 'document', (item) => item.file),
  },
})
