import type { ReadOptions } from '../../intake/container.ts'
import { Deadline } from '../../intake/limits.ts'
import { type PackageParts, type Relationship, relationshipsPart } from '../../intake/xlsx/package.ts'
import { parseXml } from '../../intake/xlsx/xml.ts'
import { type DocumentText, LineSink, unreadable } from '../document-text.ts'
import { inUnicode } from '../legacy.ts'
import { officeText, openPackage } from '../office-package.ts'
import { DocxNumbering, type ThemeFonts } from './properties.ts'
import { type DocxFormats, DocxStory } from './story.ts'
import { DocxStyles, readTheme } from './styles.ts'

/** Parts around the body, in the order in which they are read. */
const BEFORE = ['header']
const AFTER = ['footnotes', 'endnotes', 'footer']
/** A document with pictures and less text than this is a scan put into a document. */
const FEWEST_CHARACTERS = 50

/**
 * The text of a DOCX (or DOCM, whose macros are never run): headers, body with tables, text boxes and lists, notes, footers.
 * Deleted and hidden text is left out and flagged, inserted text is kept; legacy fonts become Unicode. A document has
 * no pages: where they break is for a word processor to say.
 * @returns also when the file cannot be read: `text` and `reason` then say why
 */
export async function readDocx(bytes: Uint8Array, options: ReadOptions): Promise<DocumentText> {
  return officeText('docx', bytes, () => readText(bytes, options))
}

async function readText(bytes: Uint8Array, options: ReadOptions): Promise<DocumentText> {
  const deadline = new Deadline(options)
  const tick = () => deadline.check()
  const parts = await openPackage(bytes, options)
  const root = await parts.relationshipsOf('', tick)
  const main = [...root.values()].find(({ type }) => type === 'officeDocument')?.part
  if (main === undefined) return unreadable('docx', 'wrongType')
  const links = parts.has(relationshipsPart(main)) ? [...(await parts.relationshipsOf(main, tick)).values()] : []
  const story = await readStories(parts, main, links, tick)
  if (story === undefined) return unreadable('docx', 'wrongType')
  const { lines, flags } = story
  const isScan = links.some(({ type }) => type === 'image') && characters(lines) < FEWEST_CHARACTERS
  if (isScan) return { format: 'docx', text: 'scan', flags: [], content: [] }
  const text = inUnicode('docx', [{ lines }])
  return text.text === 'read' ? { ...text, flags: [...new Set([...flags, ...text.flags])] } : text
}

/** Undefined when the main part is no word-processing document. */
async function readStories(parts: PackageParts, main: string, links: readonly Relationship[], tick: () => void) {
  const formats = await readFormats(parts, links, tick)
  const sink = new LineSink()
  const flags = new Set<DocumentText['flags'][number]>()
  const order = [...ofTypes(parts, links, BEFORE), main, ...ofTypes(parts, links, AFTER)]
  for (const part of new Set(order)) {
    const story = new DocxStory(formats, sink)
    await parseXml(part, await parts.open(part), story, tick)
    if (part === main && story.root !== 'document') return undefined
    for (const flag of story.flags) flags.add(flag)
  }
  return { lines: sink.lines, flags }
}

async function readFormats(
  parts: PackageParts,
  links: readonly Relationship[],
  tick: () => void,
): Promise<DocxFormats> {
  const [themePart] = ofTypes(parts, links, ['theme'])
  const theme: ThemeFonts = themePart === undefined ? {} : await readTheme(themePart, await parts.open(themePart), tick)
  const formats = { styles: new DocxStyles(theme), theme, numbering: new DocxNumbering() }
  for (const type of ['styles', 'numbering'] as const) {
    const [part] = ofTypes(parts, links, [type])
    if (part !== undefined) await parseXml(part, await parts.open(part), formats[type], tick)
  }
  return formats
}

/** The parts of those types that are there; one that is linked and missing is not needed to read the rest. */
function ofTypes(parts: PackageParts, links: readonly Relationship[], types: readonly string[]): string[] {
  return types.flatMap((type) =>
    links.filter((link) => link.type === type && parts.has(link.part)).map(({ part }) => part),
  )
}

function characters(lines: DocumentText['content'][number]['lines']): number {
  return lines.reduce((sum, { text }) => sum + text.replace(/ /g, '').length, 0)
}
