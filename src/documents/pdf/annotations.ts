import type { PdfEngine } from './engine.ts'
import type { Run } from './letters.ts'
import type { PageFrame } from './page-frame.ts'

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
export interface AnnotationTexts {
  runs: Run[]
  /** Whether some have an appearance: they are part of the page once it is flattened. */
  appear: boolean
}

/**
 * Looks through the annotations of a page, before it is flattened. A field that is filled and has no appearance, and a
 * text without one, are read from what they hold; hidden ones are left out.
 * @param form of the document, `0` where it has none
 */
export function annotationTexts(engine: PdfEngine, page: number, form: number, frame: PageFrame): AnnotationTexts {
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
