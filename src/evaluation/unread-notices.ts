import type { Notice } from '../dossier/dossier.ts'
import type { DocumentReading } from '../dossier/reading.ts'

const SHOWN = 3

/** That documents were not read because reading them took more time or memory than it may: one notice for all of them. */
export function unreadNotices(readings: ReadonlyMap<string, DocumentReading> = new Map()): Notice[] {
  const unread = [...readings.values()].filter(({ text }) => text === 'overBounds').map(({ path }) => path)
  if (unread.length === 0) return []
  const [shown, more] = [unread.slice(0, SHOWN).join(', '), unread.length - SHOWN]
  const count = `${unread.length}/${readings.size}`
  const text = {
    vi: `Chưa đọc được nội dung ${count} tệp vì vượt giới hạn thời gian, bộ nhớ hoặc độ dài: ${shown}${more > 0 ? ` và ${more} tệp khác` : ''}. Các tệp này được tính là có nộp nhưng không được đối chiếu. Đề nghị tách tệp dài, bớt tệp không cần, rồi đánh giá lại.`,
    en: `The text of ${count} files was not read, beyond the bounds of time, memory or length: ${shown}${more > 0 ? ` and ${more} more` : ''}. They count as handed in, and are not held against what is declared. Split long files, leave out what is not needed, and judge again.`,
  }
  return [{ code: 'documents-not-read', text }]
}

/** That files are of another format than their names say, and were read as what they are: one notice for all of them. */
export function formatNotices(readings: ReadonlyMap<string, DocumentReading> = new Map()): Notice[] {
  const other = [...readings.values()].filter(({ flags }) => flags.includes('otherFormat')).map(({ path }) => path)
  if (other.length === 0) return []
  const [shown, more] = [other.slice(0, SHOWN).join(', '), other.length - SHOWN]
  const text = {
    vi: `${other.length} tệp có đuôi tên không đúng với định dạng bên trong, đã được đọc theo định dạng thực: ${shown}${more > 0 ? ` và ${more} tệp khác` : ''}. Đề nghị mở tệp bằng Word và lưu lại dạng .docx hoặc PDF.`,
    en: `${other.length} files are of another format than their names say, and were read as what they are: ${shown}${more > 0 ? ` and ${more} more` : ''}. Open them in Word and save them again as .docx or PDF.`,
  }
  return [{ code: 'format-not-as-named', text }]
}

/** That scans, or pages of them, were not recognised: one notice for all of them. */
export function scanNotices(readings: ReadonlyMap<string, DocumentReading> = new Map()): Notice[] {
  const scans = [...readings.values()].filter(
    ({ text, format }) => text === 'scan' && (format === 'pdf' || format === 'picture'),
  )
  const unread = scans.filter(({ scan }) => scan === undefined || scan.unread > 0).map(({ path }) => path)
  if (unread.length === 0) return []
  const [shown, more] = [unread.slice(0, SHOWN).join(', '), unread.length - SHOWN]
  const text = {
    vi: `${unread.length}/${scans.length} bản quét chưa được nhận dạng chữ, hoặc chưa hết trang: ${shown}${more > 0 ? ` và ${more} tệp khác` : ''}. Phần chưa đọc được tính là có nộp nhưng không được đối chiếu với kê khai; cần người xem trực tiếp.`,
    en: `${unread.length} of ${scans.length} scans were not recognised, or not all of their pages: ${shown}${more > 0 ? ` and ${more} more` : ''}. What was not read counts as handed in, and is not held against what is declared; a person must look at it.`,
  }
  return [{ code: 'scans-not-read', text }]
}
