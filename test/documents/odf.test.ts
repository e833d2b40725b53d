import { describe, expect, it } from 'vitest'
import { readOdf } from '../../src/documents/odf/odf.ts'
import { documentReader } from '../../src/documents/reader.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { kindOfFile } from '../../src/intake/file-kinds.ts'
import { makeZip, STORED } from '../support/zip.ts'

const OPTIONS = { limits: DEFAULT_LIMITS, stopwatch: () => 0 }
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const MANY_ROWS = 1_048_576

interface Made {
  styles?: string
  body?: string
  more?: Record<string, string>
  type?: 'text' | 'spreadsheet'
}

function parts({ styles = '', body = '', more = {}, type = 'text' }: Made): Record<string, string> {
  return {
    mimetype: `application/vnd.oasis.opendocument.${type}`,
    'content.xml': `${HEAD}<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${type}>${body}</office:${type}></office:body></office:document-content>`,
    ...more,
  }
}

async function read(made: Made) {
  const format = made.type === 'spreadsheet' ? 'ods' : 'odt'
  const { content, ...rest } = await readOdf(format, await makeZip(parts(made)), OPTIONS)
  return { ...rest, cells: content.flatMap(({ lines }) => lines.map(({ cells }) => cells)) }
}
const p = (text: string, style = 'P1') => `<text:p text:style-name="${style}">${text}</text:p>`
const textStyle = (name: string, properties: string, more = '') =>
  `<style:style style:name="${name}" style:family="text" ${more}><style:text-properties ${properties}/></style:style>`

describe('a text document', () => {
  it('reads paragraphs, spaces, tabulators and breaks as they are seen', async () => {
    const body = p(
      'Số:<text:s text:c="2"/>88/QĐ-STP<text:tab/>Hà Nội<text:line-break/>dưới <text:span>dòng</text:span>',
    )
    expect((await read({ body })).cells).toEqual([['Số: 88/QĐ-STP', 'Hà Nội'], ['dưới dòng']])
  })

  it('writes the numbers of lists, in the forms of their levels', async () => {
    const level = (at: number, more: string) => `<text:list-level-style-number text:level="${at}" ${more}/>`
    const styles = `<text:list-style style:name="L1">${level(1, 'style:num-format="1" style:num-prefix="Điều " style:num-suffix="."')}${level(2, 'style:num-format="a" style:num-suffix=")"')}${level(3, 'style:num-format="I" text:display-levels="2"')}</text:list-style>`
    const item = (inside: string) => `<text:list-item>${inside}</text:list-item>`
    const inner = `<text:list>${item(p('a'))}${item(`${p('b')}<text:list>${item(p('c'))}</text:list>`)}</text:list>`
    const body = `<text:list text:style-name="L1">${item(p('một'))}${item(`${p('hai')}${inner}`)}</text:list>${p('ngoài')}`
    const { cells } = await read({ styles, body })
    expect(cells.flat()).toEqual(['Điều 1. một', 'Điều 2. hai', 'a) a', 'b) b', 'b.I c', 'ngoài'])
  })

  it('reads a table with lines row by row, and one without as it is seen', async () => {
    const border = (name: string, line: string) =>
      `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:border-left="${line}"/></style:style>`
    const styles = border('Ruled', '0.5pt solid #000000') + border('Plain', 'none')
    const table = (style: string) =>
      `<table:table><table:table-row>${[
        ['SỞ TƯ PHÁP', 'Số: 88'],
        ['CỘNG HÒA', 'Độc lập'],
      ]
        .map(
          (cell) =>
            `<table:table-cell table:style-name="${style}">${cell.map((text) => p(text)).join('')}</table:table-cell>`,
        )
        .join('')}</table:table-row></table:table>`
    expect((await read({ styles, body: table('Ruled') })).cells).toEqual([['SỞ TƯ PHÁP Số: 88', 'CỘNG HÒA Độc lập']])
    expect((await read({ styles, body: table('Plain') })).cells).toEqual([
      ['SỞ TƯ PHÁP', 'CỘNG HÒA'],
      ['Số: 88', 'Độc lập'],
    ])
  })

  it('leaves out what nobody sees, and says so', async () => {
    const styles = textStyle('Base', 'text:display="none"') + textStyle('Hidden', '', 'style:parent-style-name="Base"')
    const body = `<text:tracked-changes><text:changed-region><text:deletion>${p('cũ')}</text:deletion></text:changed-region></text:tracked-changes>${p('thấy<text:span text:style-name="Hidden">ẩn</text:span><office:annotation>chú thích</office:annotation>')}`
    expect(await read({ styles, body })).toMatchObject({
      cells: [['thấy']],
      flags: ['trackedChanges', 'hiddenText'],
    })
  })

  it('turns a legacy font into Unicode by the face that its style names', async () => {
    const faces = `${HEAD}<office:document-styles><office:font-face-decls><style:font-face style:name="F1" svg:font-family="&apos;.VnTime&apos;"/></office:font-face-decls></office:document-styles>`
    const styles = textStyle('Old', 'style:font-name="F1"')
    const body = p('<text:span text:style-name="Old">Qu¶n lý chÊt l­îng</text:span>')
    const made = await read({ styles, body, more: { 'styles.xml': faces } })
    expect(made).toMatchObject({ cells: [['Quản lý chất lượng']], flags: ['converted'] })
  })

  it('tells a file behind a password, one of another type, and a scan put into a document', async () => {
    const listed = `${HEAD}<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
    expect(await read({ more: { 'META-INF/manifest.xml': listed, 'content.xml': '\u0001' } })).toMatchObject({
      text: 'locked',
    })
    const sheet = await makeZip(parts({ type: 'spreadsheet' }))
    expect(await readOdf('odt', sheet, OPTIONS)).toMatchObject({ text: 'unreadable', reason: 'wrongType' })
    const text = await makeZip(parts({ body: p('Biên bản') }))
    expect(await readOdf('ods', text, OPTIONS)).toMatchObject({ text: 'unreadable', reason: 'wrongType' })
    expect(await read({ body: p('<draw:frame><draw:image/></draw:frame>') })).toMatchObject({ text: 'scan' })
  })

  it('is read by its content under the name of a Word file, and told', async () => {
    const bytes = await makeZip(parts({ body: p('QUYẾT ĐỊNH') }), STORED)
    const path = 'quyet-dinh.doc'
    const file = { path, sha256: 'odt', bytes: bytes.length, kind: kindOfFile(bytes), state: 'ok' as const }
    const read = documentReader(OPTIONS)
    const readings = await read([{ path, file, open: async () => bytes }], 'Sở Tư pháp')
    expect(readings.get(path)).toMatchObject({ format: 'odt', text: 'read', flags: ['otherFormat'] })
  })
})

describe('a spreadsheet', () => {
  const sheet = (rows: string, name = 'Danh mục', style = 'T1') =>
    `<table:table table:name="${name}" table:style-name="${style}">${rows}</table:table>`
  const cell = (text: string, more = '') => `<table:table-cell ${more}>${text === '' ? '' : p(text)}</table:table-cell>`
  const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`

  it('reads a row as one line, with its cell; what is repeated as often as it stands there', async () => {
    const rows = `${row(cell('Mã') + cell('', 'table:number-columns-repeated="2"') + cell('Tên'))}${row(cell(''), 'table:number-rows-repeated="3"')}${row(cell('x', 'table:number-columns-repeated="2"'), 'table:number-rows-repeated="2"')}`
    const { content } = await readOdf('ods', await makeZip(parts({ type: 'spreadsheet', body: sheet(rows) })), OPTIONS)
    expect(content[0]?.lines.map(({ text, cell }) => [text, cell])).toEqual([
      ['Mã Tên', 'Danh mục!A1'],
      ['x x', 'Danh mục!A5'],
      ['x x', 'Danh mục!A6'],
    ])
  })

  it('leaves hidden sheets out, and says so', async () => {
    const styles =
      '<style:style style:name="T2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    const body = `${sheet(row(cell('thấy')))}${sheet(row(cell('ẩn')), 'Ẩn', 'T2')}`
    const made = await read({ type: 'spreadsheet', styles, body })
    expect(made).toMatchObject({ cells: [['thấy']], flags: ['hiddenText'] })
  })

  it('stops at a row that says it stands there a million times', async () => {
    const rows = row(cell('x', 'table:number-columns-repeated="16384"'), `table:number-rows-repeated="${MANY_ROWS}"`)
    expect(await read({ type: 'spreadsheet', body: sheet(rows) })).toMatchObject({ text: 'overBounds', reason: 'size' })
    expect(
      await read({ type: 'spreadsheet', body: sheet(row(cell(''), `table:number-rows-repeated="${MANY_ROWS}"`)) }),
    ).toMatchObject({ text: 'read', cells: [] })
  })
})
