import type { DocumentText, TextPage } from '../document-text.ts'
import { fromLegacy } from '../legacy/from-legacy.ts'

/**
 * A document that was read, in Unicode whatever font it was typed in.
 * @param fontNames where the format tells them
 */
export function inUnicode(
  format: DocumentText['format'],
  content: readonly TextPage[],
  fontNames: readonly string[] = [],
): DocumentText {
  const unicode = fromLegacy(
    content.flatMap(({ lines }) => lines),
    fontNames,
  )
  if (unicode === 'legacyFont') return { format, text: 'legacyFont', flags: [], content: [] }
  let start = 0
  const pages = content.map((page) => {
    const lines = unicode.lines.slice(start, start + page.lines.length)
    start += lines.length
    return { ...page, lines }
  })
  return { format, text: 'read', flags: unicode.flags, content: pages }
}
