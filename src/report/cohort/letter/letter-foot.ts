import type { Authority } from '../authority.ts'
import { type Columns, TEXT_WIDTH } from '../ooxml/document.ts'
import type { Paragraph } from '../ooxml/paragraph.ts'

const LEFT = 75

/** Who receives it, and where who answers for it signs; the name stays blank. */
export function letterFoot({ recipients = [], signer = 'Giám đốc' }: Authority): Columns {
  const list = ['Như trên', ...recipients, 'Lưu: VT, ……']
  const blank: Paragraph = { runs: [{ text: '' }] }
  return {
    widths: [LEFT, TEXT_WIDTH - LEFT],
    left: [
      { before: 6, runs: [{ text: 'Nơi nhận:', bold: true, italic: true, size: 12 }] },
      ...list.map((one, at) => ({ runs: [{ text: `- ${one}${at === list.length - 1 ? '.' : ';'}`, size: 11 }] })),
    ],
    right: [
      { align: 'center', before: 6, runs: [{ text: signer.toLocaleUpperCase('vi'), bold: true, size: 13 }] },
      blank,
      blank,
      blank,
      { align: 'center', runs: [{ text: '……………………………', size: 13 }] },
    ],
  }
}
