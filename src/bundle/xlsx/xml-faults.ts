import { displaySize } from '../display.ts'
import { SheetUnreadable } from '../sheet/sheet.ts'

/**
 * Far beyond what a workbook's parts have. A parser keeps in memory every open element, every attribute of one, and a
 * text until it ends.
 */
export const XML_LIMITS = {
  /** Elements inside each other. */
  depth: 64,
  /** Attributes of one element. */
  attributes: 256,
  /** Bytes between two tags. */
  text: 1024 * 1024,
} as const

/** A part with a DOCTYPE. */
export function hasDoctype(part: string): SheetUnreadable {
  return new SheetUnreadable(
    {
      vi: `Phần ${part} trong tệp có khai báo DOCTYPE; tệp do Excel hoặc LibreOffice ghi không bao giờ có. Vì an toàn, tệp không được đọc. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.`,
      en: `The part ${part} declares a DOCTYPE, which no file written by Excel or LibreOffice has. For safety it is not read. Open the file in Excel, save it again as .xlsx and send it anew.`,
    },
    { reason: 'doctype' },
  )
}

/** A part beyond {@link XML_LIMITS}. */
export function overgrown(part: string): SheetUnreadable {
  return new SheetUnreadable(
    {
      vi: `Phần ${part} trong tệp có phần tử lồng nhau quá ${XML_LIMITS.depth} cấp, có quá ${XML_LIMITS.attributes} thuộc tính hoặc có giá trị dài quá ${displaySize(XML_LIMITS.text)}; tệp do Excel hoặc LibreOffice ghi không bao giờ như vậy. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.`,
      en: `The part ${part} has elements more than ${XML_LIMITS.depth} deep, one with more than ${XML_LIMITS.attributes} attributes, or a value longer than ${displaySize(XML_LIMITS.text)}, which no file written by Excel or LibreOffice has. Open the file in Excel, save it again as .xlsx and send it anew.`,
    },
    { reason: 'nesting' },
  )
}

/** A part that is no XML, or not in the encoding it says. */
export function notWellFormed(part: string, cause: unknown): SheetUnreadable {
  return new SheetUnreadable(
    {
      vi: `Phần ${part} trong tệp không phải là XML đúng quy cách; tệp bị hỏng hoặc ghi dở. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.`,
      en: `The part ${part} is not well-formed XML: the file is damaged or was not written to its end. Open the file in Excel, save it again as .xlsx and send it anew.`,
    },
    { cause },
  )
}
