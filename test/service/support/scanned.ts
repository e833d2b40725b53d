import { onePage, stream } from '../../../fixtures/documents/hostile-pdf/build/pdf.ts'
import type { PieceRead } from '../../../src/service/scan-tasks.ts'

/** A page that is a picture; each shade is another file. */
export const scanned = (shade: number): Uint8Array =>
  onePage({
    contents: stream('q 400 0 0 300 90 300 cm /X Do Q'),
    resources: '/XObject << /X 6 0 R >>',
    more: [
      stream(
        String.fromCharCode(shade),
        '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
      ),
    ],
  })

/** What recognising a page comes to that says these lines, all of them sure. */
export function said(lines: readonly string[]): PieceRead {
  const told = lines.map((text, at) => ({
    ...{ text, cells: [text] },
    boxes: [{ x: 100, y: 300 + 20 * at, width: 200, height: 12 }],
  }))
  const words = lines.flatMap((line) =>
    line.split(' ').map((text) => ({ text, confidence: 95, box: [0, 0, 9, 9] as const })),
  )
  return { stamped: false, pages: [{ page: 1, words, lines: told, seen: told, red: [], confidence: 95 }], unread: 0 }
}
