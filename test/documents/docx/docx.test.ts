import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { type docxParts, makeDocx, paragraph, wordPart } from '../../../fixtures/documents/docx-file.ts'
import { readDocx } from '../../../src/documents/docx/docx.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'

const OPTIONS = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }
const run = (inside: string) => `<w:r>${inside}</w:r>`
const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.map((text) => paragraph(text)).join('')}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const LINES_DRAWN = '<w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'
const NO_LINES = '<w:tblPr><w:tblBorders><w:insideV w:val="nil"/></w:tblBorders></w:tblPr>'

async function read(...made: Parameters<typeof docxParts>) {
  const { content, ...rest } = await readDocx(await makeDocx(...made), OPTIONS)
  return { ...rest, cells: content.flatMap(({ lines }) => lines.map(({ cells }) => cells)) }
}
const cellsOf = async (...made: Parameters<typeof docxParts>) => (await read(...made)).cells

describe('paragraphs', () => {
  it('joins the runs of a paragraph, and composes letters that come in parts', async () => {
    const body = `<w:p>${run('<w:t>Quye</w:t>')}${run('<w:t>\u0302\u0301t</w:t>')}${run('<w:t xml:space="preserve">  định </w:t>')}</w:p>`
    expect(await cellsOf(body)).toEqual([['Quyết định']])
  })

  it('breaks lines at breaks, and cells at tabulators; stops of tabulators are none', async () => {
    const stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>'
    const body = `<w:p>${stops}${run('<w:t>Số: 1</w:t><w:tab/><w:t>Hà Nội</w:t><w:br/><w:t>dưới</w:t>')}</w:p>`
    expect(await cellsOf(body)).toEqual([['Số: 1', 'Hà Nội'], ['dưới']])
  })

  it('leaves field codes out and their results in', async () => {
    const body = `<w:p>${run('<w:instrText>DATE \\@ "dd"</w:instrText>')}${run('<w:t>05</w:t>')}</w:p>`
    expect(await cellsOf(body)).toEqual([['05']])
  })
})

describe('lists', () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const forms = `<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', 'Điều %1.')}${level(1, 'lowerLetter', '%2)')}${level(2, 'upperRoman', '%1.%3.')}${level(3, 'bullet', '-')}</w:abstractNum>`
  const styles =
    '<w:style w:type="paragraph" w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
  const made = {
    links: ['numbering', 'styles'].map((type) => ({ type, target: `${type}.xml` })),
    more: {
      'word/numbering.xml': wordPart('numbering', `${forms}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`),
      'word/styles.xml': wordPart('styles', styles),
    },
  }
  const item = (at: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(`<w:t>${text}</w:t>`)}</w:p>`
  const styled = (text: string, own = '') =>
    `<w:p><w:pPr><w:pStyle w:val="Article"/>${own}</w:pPr>${run(`<w:t>${text}</w:t>`)}</w:p>`

  it('writes the numbers that Word shows', async () => {
    const body = [item(0, 'một'), item(1, 'a'), item(1, 'b'), item(2, 'c'), item(3, 'd'), styled('hai'), item(1, 'e')]
    expect((await cellsOf(body.join(''), made)).flat()).toEqual([
      'Điều 1. một',
      'a) a',
      'b) b',
      '1.I. c',
      'd',
      'Điều 2. hai',
      'a) e',
    ])
  })

  it('has no number where the paragraph is taken out of its list, or says nothing', async () => {
    const out = styled('ngoài', '<w:numPr><w:numId w:val="0"/></w:numPr>')
    expect((await cellsOf(`${out}${item(0, ' ')}${item(0, 'hai')}`, made)).flat()).toEqual(['ngoài', 'Điều 2. hai'])
  })
})

describe('tables', () => {
  const rows = row(cell('SỞ TƯ PHÁP', 'Số: 88/QĐ-STP'), cell('CỘNG HÒA', 'Độc lập'))

  it('reads a row of a ruled table as one line', async () => {
    expect(await cellsOf(`<w:tbl>${LINES_DRAWN}${rows}</w:tbl>`)).toEqual([
      ['SỞ TƯ PHÁP Số: 88/QĐ-STP', 'CỘNG HÒA Độc lập'],
    ])
  })

  it('reads a table without lines as it is seen', async () => {
    const seen = [
      ['SỞ TƯ PHÁP', 'CỘNG HÒA'],
      ['Số: 88/QĐ-STP', 'Độc lập'],
    ]
    expect(await cellsOf(`<w:tbl>${rows}</w:tbl>`)).toEqual(seen)
    expect(await cellsOf(`<w:tbl>${NO_LINES}${rows}</w:tbl>`)).toEqual(seen)
  })

  it('takes lines from the style of the table, unless the table says there are none', async () => {
    const styles = `<w:style w:type="table" w:styleId="Grid">${LINES_DRAWN}</w:style><w:style w:type="table" w:styleId="Own"><w:basedOn w:val="Grid"/></w:style>`
    const made = {
      links: [{ type: 'styles', target: 'styles.xml' }],
      more: { 'word/styles.xml': wordPart('styles', styles) },
    }
    const styled = '<w:tblPr><w:tblStyle w:val="Own"/>'
    expect(await cellsOf(`<w:tbl>${styled}</w:tblPr>${rows}</w:tbl>`, made)).toHaveLength(1)
    const bare = `${styled}<w:tblBorders><w:insideV w:val="none"/></w:tblBorders></w:tblPr>`
    expect(await cellsOf(`<w:tbl>${bare}${rows}</w:tbl>`, made)).toHaveLength(2)
  })

  it('takes lines from the cells', async () => {
    const ruled = '<w:tcPr><w:tcBorders><w:left w:val="single"/></w:tcBorders></w:tcPr>'
    const body = `<w:tbl>${row(`<w:tc>${ruled}${paragraph('a')}${paragraph('b')}</w:tc>`, cell('c'))}</w:tbl>`
    expect(await cellsOf(body)).toEqual([['a b', 'c']])
  })

  it('puts a table inside a cell where it stands', async () => {
    const inner = `<w:tc><w:tbl>${row(cell('b'), cell('c'))}</w:tbl>${paragraph('d')}</w:tc>`
    expect(await cellsOf(`<w:tbl>${LINES_DRAWN}${row(cell('a'), inner)}</w:tbl>`)).toEqual([['a', 'b c d']])
  })
})

describe('what is not seen on paper', () => {
  it('leaves deleted text out, keeps inserted text, and says so', async () => {
    const moved = `<w:moveFrom>${run('<w:t>cũ</w:t>')}</w:moveFrom><w:moveTo>${run('<w:t>!</w:t>')}</w:moveTo>`
    const body = `<w:p><w:del>${run('<w:delText>88</w:delText>')}</w:del><w:ins>${run('<w:t>99/QĐ</w:t>')}</w:ins>${moved}</w:p>`
    expect(await read(body)).toMatchObject({ flags: ['trackedChanges'], cells: [['99/QĐ!']] })
    // Some programs leave the text of what is deleted as it was.
    const plain = `<w:p><w:del>${run('<w:t>88</w:t>')}</w:del>${run('<w:t>99</w:t>')}</w:p>`
    expect(await read(plain)).toMatchObject({ flags: ['trackedChanges'], cells: [['99']] })
  })

  it('leaves hidden text out, by run, style or both, and says so', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>'
    const made = {
      links: [{ type: 'styles', target: 'styles.xml' }],
      more: { 'word/styles.xml': wordPart('styles', styles) },
    }
    const inP = (properties: string) =>
      `<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>${run(`<w:rPr>${properties}</w:rPr><w:t>seen</w:t>`)}</w:p>`
    const hidden = { flags: ['hiddenText'], cells: [['kept']] }
    const kept = paragraph('kept')
    expect(await read(paragraph('x', '<w:vanish/>') + kept)).toMatchObject(hidden)
    expect(await read(paragraph('x', '<w:rStyle w:val="C"/>') + kept, made)).toMatchObject(hidden)
    expect(await read(inP('') + kept, made)).toMatchObject(hidden)
    expect(await read(inP('<w:rStyle w:val="C"/>'), made)).toMatchObject({ flags: [], cells: [['seen']] })
    expect(await read(inP('<w:vanish w:val="0"/>'), made)).toMatchObject({ flags: [], cells: [['seen']] })
  })

  it('reads a text box once, though it is stored twice', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${box('MẬT')}</mc:Choice><mc:Fallback>${box('MẬT')}</mc:Fallback></mc:AlternateContent>`
    expect(await cellsOf(`<w:p>${run('<w:t>Công văn</w:t>')}${run(both)}${run('<w:t> số 1</w:t>')}</w:p>`)).toEqual([
      ['MẬT'],
      ['Công văn số 1'],
    ])
  })
})

describe('parts around the body', () => {
  it('reads headers before and notes and footers after', async () => {
    const parts = ['footer', 'footnotes', 'header'] as const
    const made = {
      links: parts.map((type) => ({ type, target: `${type}.xml` })),
      more: Object.fromEntries(parts.map((type) => [`word/${type}.xml`, wordPart(type, paragraph(type))])),
    }
    expect(await cellsOf(paragraph('body'), made)).toEqual([['header'], ['body'], ['footnotes'], ['footer']])
  })

  it('tells a scan put into a document', async () => {
    const links = [{ type: 'image', target: 'media/image1.png' }]
    expect(await read(paragraph('Trang 1'), { links })).toMatchObject({ text: 'scan', cells: [] })
    expect(await read(paragraph('Căn cứ '.repeat(20)), { links })).toMatchObject({ text: 'read' })
  })
})

describe('legacy fonts', () => {
  const inFont = (font: string) => `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`

  it('turns runs into Unicode by their own font', async () => {
    const body = [
      paragraph('Sè: 12/Q§-UB', inFont('.VnTime')),
      paragraph('quyÕt ®Þnh', inFont('.VnTimeH')),
      paragraph('Töï do, ngöôøi', inFont('VNI-Times')),
      paragraph('Công an', inFont('Times New Roman')),
      paragraph('Đã là Unicode', inFont('.VnTime')),
    ]
    expect(await read(body.join(''))).toMatchObject({
      flags: ['converted'],
      cells: [['Số: 12/QĐ-UB'], ['QUYẾT ĐỊNH'], ['Tự do, người'], ['Công an'], ['Đã là Unicode']],
    })
  })

  it('takes the sign of a soft hyphen for the letter it is in TCVN3, and for nothing elsewhere', async () => {
    const inRun = (font: string, before: string, after: string) =>
      `<w:p>${run(`<w:rPr>${inFont(font)}</w:rPr><w:t>${before}</w:t><w:softHyphen/><w:t>${after}</w:t>`)}</w:p>`
    const body = inRun('.VnTime', 'ng', 'êi ®­îc') + inRun('Arial', 'quyết', ' định')
    expect((await cellsOf(body)).flat()).toEqual(['người được', 'quyết định'])
  })

  it('shows capitals where whole words were typed so', async () => {
    expect(await cellsOf(paragraph('QUYÕT §ÞNH', inFont('.VnTime')))).toEqual([['QUYẾT ĐỊNH']])
  })

  it('puts letters together that begin in one run and end in the next', async () => {
    const vni = (text: string) => run(`<w:rPr>${inFont('VNI-Times')}</w:rPr><w:t>${text}</w:t>`)
    expect(await cellsOf(`<w:p>${vni('Hoa')}${vni('ø bình')}</w:p>`)).toEqual([['Hoà bình']])
  })

  it('knows the font from a style and from the theme', async () => {
    const styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="V"><w:rPr>${inFont('VNI-Times')}</w:rPr></w:style>`
    const theme =
      '<a:fontScheme><a:majorFont><a:latin typeface="Arial"/></a:majorFont><a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:fontScheme>'
    const made = {
      links: ['styles', 'theme'].map((type) => ({ type, target: `${type}.xml` })),
      more: { 'word/styles.xml': wordPart('styles', styles), 'word/theme.xml': wordPart('theme', theme) },
    }
    const styled = `<w:p><w:pPr><w:pStyle w:val="V"/></w:pPr>${run('<w:t>Haïnh phuùc</w:t>')}</w:p>`
    expect(await cellsOf(paragraph('H¹nh phóc') + styled, made)).toEqual([['Hạnh phúc'], ['Hạnh phúc']])
  })
})
