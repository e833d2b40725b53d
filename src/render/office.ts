import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'
import type { LinePicture } from '../dossier/reading.ts'
import { type Markup, html as xml } from './markup.ts'

/** Two columns of paragraphs side by side, without lines; widths in millimetres. */
export interface Columns {
  left: readonly Paragraph[]
  right: readonly Paragraph[]
  widths: readonly [number, number]
}

/** A picture in a paragraph of its own, no wider than the text. */
interface PictureBlock {
  picture: Pick<LinePicture, 'png' | 'width'>
  /** What it shows, for who does not see it. */
  alt: string
}

export type Block = Paragraph | Columns | PictureBlock

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const FONT = 'Times New Roman'
/** A4 and its margins by Nghị định 30/2020/NĐ-CP, Phụ lục I: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm. */
const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 20 }
/** Width between the margins, in millimetres. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right
const SIZE = 14

/**
 * A document (DOCX, ECMA-376) in the form of Nghị định 30/2020/NĐ-CP: Times New Roman 14 on A4, page numbers in the
 * middle of the top margin from the second page on.
 * @returns the bytes of the file, the same for the same blocks
 */
export function wordDocument(blocks: readonly Block[]): Promise<Uint8Array> {
  const pictures: Shown[] = []
  const xml = body(blocks, pictures)
  return officeFile(
    [
      { path: 'word/document.xml', contentType: `${TYPE}.document.main+xml`, xml },
      { path: 'word/styles.xml', contentType: `${TYPE}.styles+xml`, xml: styles() },
      { path: 'word/header1.xml', contentType: `${TYPE}.header+xml`, xml: header() },
    ],
    [
      { type: 'styles', target: 'styles.xml' },
      { type: 'header', target: 'header1.xml' },
      ...pictures.map((_, at) => ({ type: 'image', target: `media/image${at + 1}.png` })),
    ],
    pictures.map(({ png }, at) => ({ path: `word/media/image${at + 1}.png`, bytes: png })),
  )
}

/** A picture as the document holds it. */
interface Shown {
  png: Uint8Array
}

function body(blocks: readonly Block[], pictures: Shown[]): string {
  const { width, height, top, bottom, left, right } = PAGE
  return xml`<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE_RELATIONSHIPS}"><w:body>${blocks.map((block) =>
    'runs' in block ? paragraphXml(block) : 'picture' in block ? pictureXml(block, pictures) : columnsXml(block),
  )}<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"/><w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="${twips(10)}" w:footer="${twips(10)}" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>`
    .text
}

function columnsXml({ left, right, widths }: Columns): Markup {
  const cells = [left, right].map(
    (paragraphs, at) =>
      xml`<w:tc><w:tcPr><w:tcW w:w="${twips(widths[at] ?? 0)}" w:type="dxa"/></w:tcPr>${paragraphs.map(paragraphXml)}</w:tc>`,
  )
  return xml`<w:tbl><w:tblPr><w:tblW w:w="${twips(widths[0] + widths[1])}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${widths.map(
    (width) => xml`<w:gridCol w:w="${twips(width)}"/>`,
  )}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>${cells}</w:tr></w:tbl>`
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const EMU_PER_POINT = 12_700
const MM_PER_POINT = 25.4 / 72
/** Where a PNG says how wide and how high it is, in pixels. */
const PNG_SIZE = { width: 16, height: 20 }
/** Relationships of the document before its pictures: styles and header. */
const BEFORE_PICTURES = 2

function pictureXml({ picture, alt }: PictureBlock, pictures: Shown[]): Markup {
  const png = Buffer.from(picture.png, 'base64')
  const number = pictures.push({ png })
  const shape = png.readUInt32BE(PNG_SIZE.height) / png.readUInt32BE(PNG_SIZE.width)
  const points = Math.min(picture.width, TEXT_WIDTH / MM_PER_POINT)
  const [cx, cy] = [points, points * shape].map((length) => Math.round(length * EMU_PER_POINT))
  return xml`<w:p><w:pPr><w:spacing w:before="80" w:after="160"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${number}" name="${number}" descr="${alt}"/><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="${number}" name="${number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId${BEFORE_PICTURES + number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}

function styles(): string {
  return xml`<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/><w:sz w:val="${SIZE * 2}"/><w:szCs w:val="${SIZE * 2}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`
    .text
}

function header(): string {
  return xml`<w:hdr xmlns:w="${MAIN}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`
    .text
}

/** Twentieths of a point in a millimetre. */
const TWIPS_PER_MM = 56.693

/** Words of one form. */
export interface Run {
  text: string
  bold?: true
  italic?: true
  /** Points; the document's size where absent. */
  size?: number
}

/** A paragraph; lengths are in millimetres, spacing in points. */
export interface Paragraph {
  runs: readonly Run[]
  align?: 'left' | 'center' | 'right' | 'justify'
  firstLine?: number
  left?: number
  right?: number
  before?: number
  after?: number
  /** On one page with the paragraph that follows. */
  keepNext?: true
  /** First of a page. */
  newPage?: true
  /** A line under the paragraph, as wide as it. */
  ruled?: true
}

const ALIGNMENTS = { left: 'left', center: 'center', right: 'right', justify: 'both' }

/** A paragraph of WordprocessingML. */
function paragraphXml(paragraph: Paragraph): Markup {
  const {
    runs,
    align = 'left',
    firstLine = 0,
    left = 0,
    right = 0,
    before = 0,
    after = 0,
    keepNext,
    newPage,
    ruled,
  } = paragraph
  return xml`<w:p><w:pPr>${keepNext && xml`<w:keepNext/>`}${newPage && xml`<w:pageBreakBefore/>`}${
    ruled && xml`<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>`
  }<w:spacing w:before="${before * 20}" w:after="${after * 20}"${ruled && xml` w:line="40" w:lineRule="exact"`}/><w:ind w:left="${twips(left)}" w:right="${twips(right)}" w:firstLine="${twips(firstLine)}"/><w:jc w:val="${ALIGNMENTS[align]}"/></w:pPr>${runs.map(run)}</w:p>`
}

function run({ text, bold, italic, size }: Run): Markup {
  return xml`<w:r><w:rPr>${bold && xml`<w:b/>`}${italic && xml`<w:i/>`}${
    size && xml`<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`
  }</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

const twips = (millimetres: number) => Math.round(millimetres * TWIPS_PER_MM)

/** How the values of a column are written; shares are from 0 to 1, `rounded` the same share as whole percents. */
export type ColumnKind = 'text' | 'count' | 'share' | 'rounded' | 'points' | 'money'

export interface Column {
  label: string
  kind: ColumnKind
  /** Characters that fit in a line of the printed column. */
  width: number
  /** Cells for a person to fill: left empty where there is no value, and told by their colour. */
  toFill?: true
}

/** What a workbook computes from cells that a person fills; `value` is what comes out as long as nobody has. */
export interface Formula {
  formula: string
  value: number | null
}

export type Cell = string | number | Formula | null

/** A table as it stands both in a sheet of a workbook and on a page. */
export interface Table {
  /** Its anchor on a page. */
  id: string
  /** Name of its sheet, at most 31 characters, without `[]:*?/\`. */
  sheet: string
  title: string
  /** Sentences under the title. */
  notes: readonly string[]
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
  total?: readonly Cell[]
  /** Said in place of rows where there are none. */
  empty?: string
}

/** Number in its sheet of the row with the headings of columns, from 1; the rows follow it. */
export function headingRow({ notes }: Pick<Table, 'notes'>): number {
  return notes.length + 3
}

/** 1980-01-01 00:00, the first moment a ZIP entry can name: the same document has the same bytes on any day. */
const FIRST_DOS_DATE = 0x0021_0000

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** One part of an Office file: where it stands, what it is, and its XML without the declaration. */
interface OfficePart {
  path: string
  contentType: string
  xml: string
}

/** A relationship of a part to another one; identifiers are `rId1`, `rId2` … in the order given. */
interface Relationship {
  type: string
  target: string
}

/**
 * An Office Open XML package (ECMA-376 part 2): the parts with their list of content types, the main part first.
 * @param related relationships of the main part, by `rId` in order
 * @param pictures PNG files that the main part shows
 * @returns the bytes of the file, the same for the same parts
 */
async function officeFile(
  parts: readonly [OfficePart, ...OfficePart[]],
  related: readonly Relationship[],
  pictures: readonly { path: string; bytes: Uint8Array }[] = [],
): Promise<Uint8Array> {
  const main = parts[0].path
  const slash = main.lastIndexOf('/')
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    extendedTimestamp: false,
    rawLastModDate: FIRST_DOS_DATE,
  })
  const files: [string, string][] = [
    ['[Content_Types].xml', contentTypes(parts)],
    ['_rels/.rels', relationships([{ type: 'officeDocument', target: main }])],
    ...parts.map(({ path, xml }): [string, string] => [path, xml]),
    [`${main.slice(0, slash)}/_rels/${main.slice(slash + 1)}.rels`, relationships(related)],
  ]
  for (const [path, xml] of files) await writer.add(path, new TextReader(XML_HEAD + xml))
  // A PNG is packed already.
  for (const { path, bytes } of pictures) await writer.add(path, new Uint8ArrayReader(bytes), { level: 0 })
  return writer.close()
}

function contentTypes(parts: readonly OfficePart[]): string {
  const overrides = parts.map(({ path, contentType }) => `<Override PartName="/${path}" ContentType="${contentType}"/>`)
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides.join('')}</Types>`
}

function relationships(list: readonly Relationship[]): string {
  const inside = list.map(
    ({ type, target }, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE_RELATIONSHIPS}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${inside.join('')}</Relationships>`
}
