import { describe, expect, test } from 'vitest'
import type { TextLine } from '../../../src/documents/document-text.ts'
import { scanFacts } from '../../../src/documents/facts/facts.ts'

/** A cell as it was recognised: its words, the middle of them across, how wide they are, points. */
type Cell = [words: string, middle: number, width: number]

const HEADING: Cell[][] = [
  [
    ['ỦY BAN NHÂN DÂN', 170, 120],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 420, 240],
  ],
  [
    ['XÃ MƯỜNG LA', 170, 90],
    ['Độc lập - Tự do - Hạnh phúc', 420, 160],
  ],
  [
    ['Số: 12/QĐ-UBND', 170, 90],
    ['Mường La, ngày 05 tháng 5 năm 2026', 420, 200],
  ],
  [['QUYẾT ĐỊNH', 300, 90]],
]
const SUBJECT: Cell[][] = [
  [['Về việc kiện toàn Ban Chỉ đạo xây dựng, áp dụng Hệ thống', 300, 340]],
  [['quản lý chất lượng', 300, 110]],
]
const BODY: Cell[][] = [[['Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;', 310, 440]]]
const SIGNATURE: Cell[][] = [[['KT. CHỦ TỊCH', 420, 90]], [['PHÓ CHỦ TỊCH', 420, 90]], [['Nông Văn Cường', 420, 100]]]

/** The facts of a page whose lines stand 16 points below each other. */
function facts(...parts: readonly Cell[][][]) {
  const lines = parts.flat().map((cells, at): TextLine => {
    const boxes = cells.map(([, middle, width]) => ({ x: middle - width / 2, y: 60 + 16 * at, width, height: 11 }))
    const words = cells.map(([text]) => text)
    return { text: words.join(' '), cells: words, boxes }
  })
  return scanFacts({ format: 'pdf', text: 'read', flags: [], content: [{ page: 1, lines }] })
}

const subjectOf = (subject: Cell[][]) => facts(HEADING, subject, BODY, SIGNATURE).subject.map(({ value }) => value)
const signerOf = (signature: Cell[][]) => facts(HEADING, SUBJECT, BODY, signature).signer.map(({ value }) => value)

describe('the facts of a scan', () => {
  test('are those of its text', () => {
    const { issuer, number, subject, signer } = facts(HEADING, SUBJECT, BODY, SIGNATURE)
    expect(issuer[0]?.value).toBe('ỦY BAN NHÂN DÂN XÃ MƯỜNG LA')
    expect(number[0]?.value).toBe('12/QĐ-UBND')
    expect(subject[0]?.value).toMatch(/^Về việc .* chất lượng$/)
    expect(signer[0]?.value).toEqual({ name: 'Nông Văn Cường', title: 'PHÓ CHỦ TỊCH', capacity: 'KT.' })
  })

  test('a subject that holds a stroke, or runs on into the body, is none', () => {
    expect(subjectOf(SUBJECT)).toHaveLength(1)
    expect(subjectOf([[["Về việc kiện toàn Ban Chỉ đạo 'xây dựng Hệ thống", 300, 340]]])).toEqual([])
    expect(subjectOf([...SUBJECT, [['Trong hai ngày 06 và 08 tháng 5 năm 2025 Ban đã', 314, 440]]])).toEqual([])
  })

  test('quotation marks about words belong to a subject', () => {
    expect(subjectOf([[['Về việc công bố “Sổ tay chất lượng” lần thứ hai', 300, 340]]])).toHaveLength(1)
    expect(subjectOf([[['Về việc công bố “Sổ tay chất lượng lần thứ hai', 300, 340]]])).toEqual([])
  })

  test('an issuer with a colon, or a stroke, is none', () => {
    const [first, second, ...rest] = HEADING
    const issuerOf = (name: string) =>
      facts([first ?? [], [[name, 170, 90], ...(second?.slice(1) ?? [])], ...rest], SUBJECT, BODY).issuer
    expect(issuerOf('XÃ MƯỜNG LA')).toHaveLength(1)
    expect(issuerOf('XÃ: MƯỜNG LA')).toEqual([])
    expect(issuerOf("XÃ MƯỜNG LA'")).toEqual([])
    expect(issuerOf('XÃ MƯỜNG. LA')).toEqual([])
  })

  test('words between which the space was lost are no name, nor is an agency with the one above it', () => {
    const issuerOf = (...names: string[]) =>
      facts([...names.map((name): Cell[] => [[name, 170, 120]]), ...HEADING.slice(2)], SUBJECT, BODY).issuer
    expect(issuerOf('UBND TỈNH CÀ MAU', 'SỞ Y TẾ')).toMatchObject([{ value: 'SỞ Y TẾ' }])
    expect(issuerOf('UBND TỈNH CÀ MAU', 'SỞYTẾ')).toEqual([])
    expect(issuerOf('UBND TỈNH QUẢNG TRỊ -', 'SỞ CÔNG THƯƠNG')).toEqual([])
    expect(issuerOf('ỦY BAN NHÂN DÂN', 'XÃ EA KNỐP')).toHaveLength(1)
    expect(subjectOf([[['Vềviệc kiện toàn Ban Chỉ đạo', 300, 340]]])).toEqual([])
  })

  test('an edition behind a word that is none, or an audit team above a line whose bullet was not read, is not read', () => {
    const editionOf = (words: string) =>
      facts(HEADING, SUBJECT, BODY, [
        [['QUYẾT ĐỊNH:', 300, 90]],
        [[`Điều 1. Công bố Hệ thống quản lý chất lượng phù hợp ${words} tại xã.`, 310, 440]],
      ]).edition.map(({ value }) => value)
    expect(editionOf('TCVN ISO 9001:2015')).toEqual(['TCVN ISO 9001:2015'])
    expect(editionOf('tiêu chuẩn ISO 9001:2015')).toEqual(['ISO 9001:2015'])
    expect(editionOf('TOVN ISO 9001:2015')).toEqual([])
    const teamOf = (...members: string[]) =>
      facts(HEADING.slice(0, 3), [
        [['BÁO CÁO', 300, 60]],
        [['Kết quả đánh giá nội bộ năm 2026', 300, 200]],
        [['1. Thời gian đánh giá: ngày 11/4/2026.', 250, 200]],
        [['2. Đoàn đánh giá:', 220, 100]],
        ...members.map((member): Cell[] => [[member, 250, 200]]),
        [['3. Kết quả đánh giá', 220, 100]],
      ]).audit.team
    expect(teamOf('- Bà Nguyễn Yến - Trưởng đoàn;', '- Ông Ngô Công Tú - Thành viên.')).toHaveLength(2)
    expect(teamOf('- Bà Nguyễn Yến - Trưởng đoàn;', '\ufffd Ông Ngô Công Tú - Thành viên.')).toEqual([])
  })

  test('a deputy who signs for nobody, or a name without its family name, is no signer', () => {
    expect(signerOf(SIGNATURE.slice(1))).toEqual([])
    expect(signerOf([...SIGNATURE.slice(0, 2), [['Văn Cường', 420, 70]]])).toEqual([])
    expect(signerOf([[['CHỦ TỊCH', 420, 60]], [['Nông Văn Cường', 420, 100]]])).toHaveLength(1)
  })

  test('nor is whoever signs below capitals that nobody could read; beside them stands something else', () => {
    const head: Cell[][] = [[['CHỦ TỊCH', 420, 60]], [['Nông Văn Cường', 420, 100]]]
    expect(signerOf([[['\ufffd \ufffd NHÂN DÂN', 420, 140]], ...head])).toEqual([])
    expect(signerOf([[['\ufffd \ufffd NHÂN DÂN', 120, 140]], ...head])).toHaveLength(1)
    expect(signerOf([[['thi hành \ufffd này.', 420, 140]], ...head])).toHaveLength(1)
    expect(signerOf([[['TM:ỦY BAN NHÂN DÂN', 420, 140]], ...head])).toEqual([])
    expect(signerOf([[['TM. ỦY BAN NHÂN DÂN', 420, 140]], ...head])).toMatchObject([{ capacity: 'TM.' }])
  })
})
