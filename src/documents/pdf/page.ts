import type { TextLine } from '../document-text.ts'
import { fromLegacy } from '../legacy.ts'
import { wordScore } from '../legacy-encodings.ts'
import { linesOf, onPage, runsOf } from '../pdf-lines.ts'
import { type Drawings, drawPage, showsMarks } from './drawing.ts'
import type { PdfEngine } from './engine.ts'
import { type Direction, lettersOf, type Run } from './letters.ts'
import { PageFrame } from './page-frame.ts'

/** What was read of a page. */
export interface PageRead {
  lines: TextLine[]
  /** White space not counted. */
  characters: number
  /** Letters stand inside other runs. */
  overprinted: boolean
  fontNames: ReadonlySet<string>
  /** Whether it was drawn, and shows ink as a page that is written on does. */
  drawn: boolean
  inked: boolean
  /** A picture under a layer of text that is none, as copiers make it: what stands there has to be read from the picture. */
  pictured: boolean
  /** Its letters cannot be seen: white on white, or of no size. Nobody who looks at the page reads them. */
  unseen: boolean
}

/** Pages with fewer words are drawn, and those of which a picture takes this part. */
const FEW_WORDS = 20
const PICTURE = 0.5
const DPI = 50
const IMAGE = 3
/** Objects of a page that are looked at for a picture. */
const MOST_OBJECTS = 500
const NORMAL_DISPLAY = 0
/** A letter that can be seen leaves marks; the smallest print leaves one for four. */
const LETTERS_A_MARK = 4
/** The first pages of a document are looked at: others cost too much time. */
const MOST_LOOKED_AT = 20

/**
 * Reads a page: its letters, those of the appearances of its annotations, and what annotations hold that have none.
 * @param drawings takes what the page looks like where it has few words; undefined when it is not to be drawn
 * @returns undefined where the page is damaged: the others can still be read
 */
export function readPage(pdf: OpenPdf, number: number, drawings: Drawings | undefined): PageRead | undefined {
  const { engine, document, form } = pdf
  const { call } = engine
  let page = call.FPDF_LoadPage(document, number)
  if (page === 0) return undefined
  const frame = PageFrame.of(engine, page)
  const texts = annotationTexts(engine, page, form, frame)
  if (texts.appear) {
    call.FPDFPage_Flatten(page, NORMAL_DISPLAY)
    call.FPDF_ClosePage(page)
    page = call.FPDF_LoadPage(document, number)
    if (page === 0) return undefined
  }
  const { directions, characters, fontNames } = lettersOf(engine, page, frame)
  const read = linesIn(directions, texts.runs)
  const words = read.lines.reduce((sum, { text }) => sum + text.split(' ').length, 0)
  const pictured = isPicture(engine, page, frame)
  const picture = drawings && (words < FEW_WORDS || pictured) ? drawPage(engine, page, frame, DPI) : undefined
  const looksWritten = !pictured && words >= FEW_WORDS && number < MOST_LOOKED_AT
  const seen = !looksWritten || showsMarks(engine, page, frame, DPI, characters / LETTERS_A_MARK)
  call.FPDF_ClosePage(page)
  return {
    ...read,
    characters: characters + texts.runs.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0),
    fontNames,
    drawn: picture !== undefined,
    inked: picture !== undefined && drawings?.add(picture) === true,
    pictured: pictured && isNonsense(read.lines, fontNames),
    unseen: !seen,
  }
}

/** Vietnamese has marks on three words of four. */
const LEAST_MARKED = 0.1

/** Whether a layer of text was recognised by a machine that knows no Vietnamese: without marks, or of no syllables. */
function isNonsense(lines: readonly TextLine[], fontNames: ReadonlySet<string>): boolean {
  const unicode = fromLegacy(lines, [...fontNames])
  if (unicode === 'legacyFont') return true
  const texts = unicode.lines.map(({ text }) => text)
  const words = texts.join(' ').match(/\p{L}{2,}/gu)?.length ?? 0
  return words >= FEW_WORDS && wordScore(texts).accented < LEAST_MARKED * words
}

/** The lines of the main direction first; the texts of annotations stand among those that are not turned. */
function linesIn(directions: readonly Direction[], texts: readonly Run[]) {
  const upright = directions.some(({ angle }) => angle === 0)
  const all = texts.length === 0 || upright ? directions : [...directions, { angle: 0, letters: [] }]
  const read = all.map(({ angle, letters }) => {
    const { lines, overprinted } = linesOf(angle === 0 ? [...runsOf(letters), ...texts] : runsOf(letters))
    return {
      lines: lines.map((line) => ({ ...line, boxes: line.boxes?.map((box) => onPage(box, angle)) })),
      overprinted,
    }
  })
  return { lines: read.flatMap(({ lines }) => lines), overprinted: read[0]?.overprinted === true }
}

function isPicture(engine: PdfEngine, page: number, { width, height }: PageFrame): boolean {
  const { call } = engine
  const count = Math.min(call.FPDFPage_CountObjects(page), MOST_OBJECTS)
  const room = call.malloc(4 * 4)
  // Copiers cut a page into strips.
  let covered = 0
  for (let at = 0; at < count; at++) {
    const object = call.FPDFPage_GetObject(page, at)
    if (call.FPDFPageObj_GetType(object) !== IMAGE) continue
    if (call.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12) === 0) continue
    const { view } = engine
    const [left = 0, bottom = 0, right = 0, top = 0] = [0, 4, 8, 12].map((offset) =>
      view.getFloat32(room + offset, true),
    )
    covered += Math.abs((right - left) * (top - bottom))
  }
  call.free(room)
  return covered >= PICTURE * width * height
}

/** What is open of a document. */
export interface OpenPdf {
  engine: PdfEngine
  document: number
  form: number
}

/** Kinds of annotations (fpdf_annot.h): a text typed onto the page, a field of a form, and those that show nothing there. */
const FREE_TEXT = 3
const WIDGET = 20
const LINK = 2
const POPUP = 16
/** Flags of an annotation that is not seen: Hidden and NoView (ISO 32000-1, table 165). */
const UNSEEN = 0x02 | 0x20
/** Kinds of fields whose value is text: a choice, a list, a text; and the flag of a text that is a password. */
const TEXT_FIELDS = [4, 5, 6]
const PASSWORD = 1 << 13
/** More annotations of one page are not asked for what they say. */
const MOST = 5_000
const RECTANGLE_BYTES = 16
const LARGEST_TYPE = 12
const KEY = { contents: 'Contents' } as const

/** What annotations of a page say that no appearance shows, where they stand. */
interface AnnotationTexts {
  runs: Run[]
  /** Whether some have an appearance: they are part of the page once it is flattened. */
  appear: boolean
}

/**
 * Looks through the annotations of a page, before it is flattened. A field that is filled and has no appearance, and a
 * text without one, are read from what they hold; hidden ones are left out.
 * @param form of the document, `0` where it has none
 */
function annotationTexts(engine: PdfEngine, page: number, form: number, frame: PageFrame): AnnotationTexts {
  const { call } = engine
  const count = Math.min(call.FPDFPage_GetAnnotCount(page), MOST)
  const runs: Run[] = []
  let appear = false
  for (let at = 0; at < count; at++) {
    const annotation = call.FPDFPage_GetAnnot(page, at)
    if (annotation === 0) continue
    const kind = call.FPDFAnnot_GetSubtype(annotation)
    const seen = (call.FPDFAnnot_GetFlags(annotation) & UNSEEN) === 0
    if (seen && kind !== LINK && kind !== POPUP) {
      if (engine.utf16((to, room) => call.FPDFAnnot_GetAP(annotation, 0, to, room)) !== '') appear = true
      else if (kind === WIDGET && form !== 0)
        runs.push(...runsIn(engine, annotation, fieldValue(engine, annotation, form), frame))
      else if (kind === FREE_TEXT) runs.push(...runsIn(engine, annotation, contents(engine, annotation), frame))
    }
    call.FPDFPage_CloseAnnot(annotation)
  }
  return { runs, appear }
}

function fieldValue(engine: PdfEngine, annotation: number, form: number): string {
  const { call } = engine
  if (!TEXT_FIELDS.includes(call.FPDFAnnot_GetFormFieldType(form, annotation))) return ''
  if ((call.FPDFAnnot_GetFormFieldFlags(form, annotation) & PASSWORD) !== 0) return ''
  return engine.utf16((to, room) => call.FPDFAnnot_GetFormFieldValue(form, annotation, to, room))
}

function contents(engine: PdfEngine, annotation: number): string {
  const key = engine.put(Buffer.from(`${KEY.contents}\0`))
  const text = engine.utf16((to, room) => engine.call.FPDFAnnot_GetStringValue(annotation, key, to, room))
  engine.call.free(key)
  return text
}

/** The lines of a text as they would stand in the rectangle of their annotation, one below the other. */
function runsIn(engine: PdfEngine, annotation: number, text: string, frame: PageFrame): Run[] {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim())
  if (lines.every((line) => line === '')) return []
  const { call } = engine
  const room = call.malloc(RECTANGLE_BYTES)
  call.FPDFAnnot_GetRect(annotation, room)
  const { view } = engine
  const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map((at) => view.getFloat32(room + at, true))
  call.free(room)
  const [one, other] = [frame.shown(left, top), frame.shown(right, bottom)]
  if (!frame.holds(one) && !frame.holds(other)) return []
  const [x, y] = [Math.min(one[0], other[0]), Math.min(one[1], other[1])]
  const [width, height] = [Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1])]
  const size = Math.min(LARGEST_TYPE, Math.max(1, height / lines.length))
  return lines.flatMap((line, at) =>
    line === ''
      ? []
      : [{ text: line, left: x, right: x + width, base: y + (at + 0.85) * (height / lines.length), size }],
  )
}
