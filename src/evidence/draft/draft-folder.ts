import { bearsSecrecyMark } from '../../base/secrecy-mark.ts'
import type { Container } from '../../bundle/container.ts'
import { kindOfFile } from '../../bundle/file-kind.ts'
import { DOCUMENT_BOUNDS } from '../bounds.ts'
import { factsOf } from '../facts/facts-of.ts'
import { linesOf } from '../facts/line.ts'
import { stampedIn } from '../facts/stamp.ts'
import { formatOf } from '../format-of.ts'
import type { DocumentReaderSettings } from '../read-documents.ts'
import { readText } from '../read-text.ts'
import { NO_TRUST } from '../signature/trust-list.ts'
import type { Draft } from './draft.ts'
import { draftManifest } from './draft-manifest.ts'
import type { Paper } from './paper.ts'

/**
 * Reads every document of a folder and drafts the manifest that would name them.
 * @throws what the container and its source throw
 */
export async function draftFolder({ entries, open }: Container, settings: DocumentReaderSettings): Promise<Draft> {
  const options = { bounds: DOCUMENT_BOUNDS, trust: NO_TRUST, ...settings }
  const papers: Paper[] = []
  const unread: Draft['unread'] = []
  const stamped: string[] = []
  for (const entry of entries) {
    const { path } = entry
    const format = formatOf({ path, kind: kindOfFile(entry.head) })
    if (bearsSecrecyMark(path)) {
      stamped.push(path)
      continue
    }
    const { text } = await readText(format, await open(path), options)
    if (stampedIn(text)) stamped.push(path)
    else if (text.text !== 'read')
      unread.push({ file: path, text: text.text, ...(text.reason && { reason: text.reason }) })
    else papers.push({ path, format, lines: linesOf(text), facts: factsOf(text) })
  }
  return { ...draftManifest(papers), unread, stamped }
}
