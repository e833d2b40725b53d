import { readFile } from 'node:fs/promises'
import { strToU8, zipSync } from 'fflate'
import { mergePatch } from '../../src/core/json.ts'
import { manifestOf } from '../bench/bundle.ts'
import { makeZip, STORED } from './zip.ts'

const MB = 1_000_000
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument'

/** An office file of two parts: the list of types, the relations, and the main part with what hangs on it. */
function office(main: string, type: string, parts: Readonly<Record<string, string>>): Uint8Array {
  const types = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${type}"/></Types>`
  const relations = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="${main}"/></Relationships>`
  const all = { '[Content_Types].xml': types, '_rels/.rels': relations, ...parts }
  return zipSync(Object.fromEntries(Object.entries(all).map(([path, text]) => [path, strToU8(text)])))
}

/** A Word file whose text has ten megabytes of XML. */
function longWordFile(seed: number): Uint8Array {
  const paragraph = (at: number) =>
    `<w:p><w:r><w:t>Điều ${at}. Quy trình số ${(at * 7919 + seed) % 1_000_003}/QT-${seed} ban hành theo Quyết định số ${at % 997}/QĐ-UBND.</w:t></w:r></w:p>`
  const body: string[] = []
  for (let [at, length] = [0, 0]; length < 10 * MB; at++) {
    const one = paragraph(at)
    body.push(one)
    length += Buffer.byteLength(one)
  }
  const text = `${HEAD}<w:document xmlns:w="${WORD}"><w:body>${body.join('')}</w:body></w:document>`
  return office('word/document.xml', `${TYPES}.wordprocessingml.document.main+xml`, { 'word/document.xml': text })
}

/** A list of procedures as a workbook. */
function longWorkbook(rows: number): Uint8Array {
  const cell = (column: string, row: number, text: string) =>
    `<c r="${column}${row}" t="inlineStr"><is><t>${text}</t></is></c>`
  const row = (number: number, texts: readonly string[]) =>
    `<row r="${number}">${texts.map((text, at) => cell('ABCD'.charAt(at), number, text)).join('')}</row>`
  const head = row(1, ['Mã TTHC', 'Tên thủ tục hành chính', 'Lĩnh vực', 'Thời hạn giải quyết'])
  const body = Array.from({ length: rows }, (_, at) =>
    row(at + 2, [`1.${String(100_000 + at).padStart(6, '0')}`, `Thủ tục cấp giấy phép số ${at}`, 'Tư pháp', '5 ngày']),
  )
  return office('xl/workbook.xml', `${TYPES}.spreadsheetml.sheet.main+xml`, {
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="DS" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${SHEET}"><sheetData>${head}${body.join('')}</sheetData></worksheet>`,
  })
}

/** A bundle that may be handed in, and is as much work as one may be. */
export interface HeavyBundle {
  name: string
  /** Of an agency. */
  of(code: string): Promise<Uint8Array>
}

const commune = JSON.parse(await readFile('fixtures/base/commune.json', 'utf8'))
const ofAgency = (manifest: unknown, code: string) =>
  JSON.stringify(mergePatch(manifest, { agency: { code, province: code.slice(0, 3) } }))

const withList = (name: string, file: string, bytes: () => Uint8Array): HeavyBundle => ({
  name,
  of: (code) => {
    const manifest = mergePatch(commune, { catalogue: { asOf: '2026-01-01', file, procedures: null } })
    // Stored: packed, a list of line ends would be refused for its ratio.
    return makeZip({ 'manifest.json': ofAgency(manifest, code), [file]: bytes() }, STORED)
  },
})

/** The heaviest bundles that are accepted, each in its own way. */
export const HEAVIEST: readonly HeavyBundle[] = [
  withList('a list of 7.9 MB of line ends', 'danh-muc.csv', () =>
    Buffer.from(`Mã TTHC,Tên thủ tục hành chính\n1.000001,Thủ tục số 1\n${'\n'.repeat(7.9 * MB)}`),
  ),
  {
    name: 'eight Word files of 10 MB of XML',
    of: (code) => {
      const names = Array.from({ length: 8 }, (_, at) => `tai-lieu/${at}.docx`)
      const documents = names.map((file, at) => ({ type: 'other', title: `Tài liệu ${at}`, file }))
      const files = Object.fromEntries(names.map((name, at) => [name, longWordFile(at)]))
      return makeZip({ 'manifest.json': ofAgency(mergePatch(commune, { documents }), code), ...files })
    },
  },
  {
    name: '2,000 procedures with a process each',
    of: async (code) => makeZip({ 'manifest.json': ofAgency(await manifestOf(2000), code) }),
  },
  withList('a workbook of 30,000 procedures', 'danh-muc.xlsx', () => longWorkbook(30_000)),
]
