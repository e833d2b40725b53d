import { SheetUnreadable } from '../sheet/sheet.ts'
import { SHEET_LIMITS } from '../sheet/sheet-limits.ts'
import { TextCapture } from './text-capture.ts'
import { parseXml } from './xml.ts'

/**
 * The workbook's table of shared strings, each as `clean` makes it; formatted runs are joined, phonetic guides left out.
 * @throws SheetUnreadable when the table is larger than is read, or no XML
 */
export async function readSharedStrings(
  part: string,
  bytes: Uint8Array,
  clean: (text: string) => string,
  tick: () => void,
): Promise<readonly string[]> {
  const strings: string[] = []
  const capture = new TextCapture()
  let characters = 0
  await parseXml(
    part,
    bytes,
    {
      open(name) {
        if (name === 'si') capture.start()
        capture.open(name)
      },
      text: (text) => capture.text(text),
      close(name) {
        capture.close(name)
        if (name !== 'si') return
        const string = clean(capture.take())
        characters += string.length
        strings.push(string)
        if (strings.length > SHEET_LIMITS.sharedStrings || characters > SHEET_LIMITS.sharedCharacters)
          throw tooManyStrings()
      },
    },
    tick,
  )
  return strings
}

function tooManyStrings(): SheetUnreadable {
  const strings = SHEET_LIMITS.sharedStrings
  const characters = SHEET_LIMITS.sharedCharacters
  return new SheetUnreadable(
    {
      vi: `Bảng chuỗi dùng chung của sổ tính có quá ${strings.toLocaleString('vi')} chuỗi hoặc quá ${characters.toLocaleString('vi')} ký tự. Chép riêng bảng danh mục thủ tục hành chính sang một sổ tính mới rồi lưu lại.`,
      en: `The workbook's table of shared strings has more than ${strings.toLocaleString('en')} strings or ${characters.toLocaleString('en')} characters. Copy the list of procedures alone into a new workbook and save that.`,
    },
    { reason: 'size' },
  )
}
