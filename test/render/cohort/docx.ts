import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js'
import { SaxesParser } from 'saxes'

/** Paragraphs of a DOCX by its parts' paths, pictures left out; throws where a part is not well-formed XML. */
export async function paragraphsOf(bytes: Uint8Array): Promise<Map<string, string[]>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false })
  const parts = new Map<string, string[]>()
  for (const entry of await reader.getEntries()) {
    if (entry.directory || entry.filename.endsWith('.png')) continue
    parts.set(entry.filename, paragraphs(await entry.getData(new TextWriter())))
  }
  return parts
}

function paragraphs(xml: string): string[] {
  const found: string[] = []
  let inText = false
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ local }) => {
    if (local === 'p') found.push('')
    inText = local === 't'
  })
  parser.on('text', (text) => {
    if (inText) found.push((found.pop() ?? '') + text)
  })
  parser.on('closetag', () => {
    inText = false
  })
  parser.write(xml).close()
  return found
}
