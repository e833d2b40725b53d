import { magicOf } from '../../base/archive-magic.ts'
import type { Localized } from '../../base/localized.ts'
import { isEncryptedOffice } from '../encrypted-office.ts'

const RESAVE = {
  vi: 'Mở danh mục bằng Excel, chọn Lưu thành (Save As), dạng Excel Workbook (.xlsx), rồi nộp lại.',
  en: 'Open the list in Excel, choose Save As, Excel Workbook (.xlsx), and send it anew.',
}

/** How a list is read, or why a file of its kind is not. */
export type FileForm = { form: 'xlsx' | 'csv' } | { form: 'none'; why: Localized }

/** Tells by the bytes, not by the name, what a list is; the name only matters where it promises a workbook. */
export function formOf(bytes: Uint8Array, name: string): FileForm {
  if (bytes.length === 0) return none('Tệp không có nội dung (0 byte).', 'The file is empty (0 bytes).')
  const magic = magicOf(bytes)
  if (magic === 'zip' || magic === 'empty-zip') return { form: 'xlsx' }
  if (magic === 'ole') return oldOffice(bytes)
  if (magic === 'pdf')
    return none('Tệp là PDF; danh mục cần ở dạng XLSX hoặc CSV.', 'The file is a PDF; a list must be XLSX or CSV.')
  if (magic !== 'unknown')
    return none(
      `Tệp có dạng ${magic.toUpperCase()}; danh mục cần ở dạng XLSX hoặc CSV.`,
      `The file is of the kind ${magic.toUpperCase()}; a list must be XLSX or CSV.`,
    )
  if (/^\s*(?:<!doctype html|<html|<\?xml|<table)/i.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1')))
    return none(
      'Tệp là trang web hoặc XML (thường do phần mềm khác xuất ra), không phải là XLSX hoặc CSV.',
      'The file is a web page or XML (as some programs export), no XLSX or CSV.',
    )
  if (/\.xls[xmb]?$/i.test(name))
    return none(
      'Tên tệp là của sổ tính Excel nhưng nội dung không phải là XLSX.',
      'The name is that of an Excel workbook, but the content is no XLSX.',
    )
  return { form: 'csv' }
}

function oldOffice(bytes: Uint8Array): FileForm {
  if (!isEncryptedOffice(bytes))
    return none(
      'Tệp ở dạng Excel cũ (.xls, Excel 97–2003), không đọc được.',
      'The file is in the old Excel form (.xls, Excel 97–2003), which is not read.',
    )
  return {
    form: 'none',
    why: {
      vi: 'Tệp được đặt mật khẩu nên không đọc được. Mở tệp bằng Excel, bỏ mật khẩu tại Tệp (File), Thông tin (Info), Bảo vệ sổ làm việc (Protect Workbook), lưu lại rồi nộp lại.',
      en: 'The file has a password and cannot be read. Open it in Excel, remove the password under File, Info, Protect Workbook, save and send it anew.',
    },
  }
}

function none(vi: string, en: string): FileForm {
  return { form: 'none', why: { vi: `${vi} ${RESAVE.vi}`, en: `${en} ${RESAVE.en}` } }
}
