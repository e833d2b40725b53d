/** Points of an A4 page and where its text begins. */
const PAGE = { width: 595, height: 842, left: 72, top: 770, leading: 20 }
const LINE_LENGTH = 72

/**
 * A one-page PDF 1.4 with lines of text, always the same bytes. The standard fonts that need no embedding have no
 * Vietnamese letters, so the text stands without its marks.
 */
export function makePdf(lines: readonly string[]): Uint8Array {
  const shown = lines.flatMap((line) => wrapped(unmarked(line))).map((line) => `(${escaped(line)}) Tj T*`)
  const content = `BT /F1 12 Tf ${PAGE.leading} TL ${PAGE.left} ${PAGE.top} Td\n${shown.join('\n')}\nET`
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ])
}

/** Objects numbered from 1, with the cross-reference table that says at which byte each begins. */
export function assembled(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const count = objects.length + 1
  text += `xref\n0 ${count}\n0000000000 65535 f \n${rows.join('')}`
  text += `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

function unmarked(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
  return plain.replace(/[^ -~]/g, '-')
}

function wrapped(text: string): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + 1 + word.length > LINE_LENGTH) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&')
}
