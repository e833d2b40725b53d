import type { PdfEngine } from '../../src/documents/pdf/engine.ts'

/** A letter where it stands on a page, in points from the bottom left. */
export interface Letter {
  text: string
  x: number
  y: number
  size: number
  right: number
}

/** The letters of a page line by line, from left to right, without white space: another way to them than that of the reader. */
export function lettersOn(engine: PdfEngine, page: number): Letter[] {
  const { call } = engine
  const text = call.FPDFText_LoadPage(page)
  const room = call.malloc(64)
  const letters = Array.from({ length: call.FPDFText_CountChars(text) }, (_, at): Letter => {
    call.FPDFText_GetCharOrigin(text, at, room, room + 8)
    call.FPDFText_GetLooseCharBox(text, at, room + 16)
    const { view } = engine
    return {
      text: String.fromCodePoint(call.FPDFText_GetUnicode(text, at)).trim(),
      x: view.getFloat64(room, true),
      y: view.getFloat64(room + 8, true),
      size: sizeOf(engine, text, at),
      // FS_RECTF: left, top, right, bottom.
      right: view.getFloat32(room + 24, true),
    }
  })
  call.free(room)
  call.FPDFText_ClosePage(text)
  const line = ({ y }: Letter) => Math.round(y)
  return letters.filter((letter) => letter.text !== '').sort((one, other) => line(other) - line(one) || one.x - other.x)
}

function sizeOf({ call }: PdfEngine, text: number, at: number): number {
  const double = call.FPDFText_GetFontSize(text, at)
  return double > 0 ? double : 12
}
