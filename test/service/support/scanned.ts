import { onePage, stream } from '../../../fixtures/documents/hostile-pdf/build/pdf.ts'

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
