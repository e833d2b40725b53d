import { styles } from './fodt-styles.ts'
import type { Block, Grid, Paper } from './paper.ts'

const SPACES = ['office', 'text', 'table', 'style']
const NAMESPACES = [
  ...SPACES.map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`),
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
].join(' ')

/** A stretch of letters, set in the font of capitals where a legacy font keeps them apart. */
export interface Letters {
  text: string
  capitals: boolean
}

/** How letters are written into the file: as they are, or for a legacy font by its own code. */
export interface Lettering {
  font: string
  write: (text: string) => readonly Letters[]
}

export const UNICODE: Lettering = { font: 'Times New Roman', write: (text) => [{ text, capitals: false }] }

/** A paper as a flat OpenDocument text, which LibreOffice turns into PDF, DOCX or DOC. */
export function toFodt(paper: Paper, { font, write }: Lettering = UNICODE): string {
  const column = (width: number, index: number, table: string) => ({
    name: `${table}${index}`,
    style: `<style:style style:name="${table}${index}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
  })
  const columnStyles: string[] = []
  let tables = 0
  const body = [heading(), ...titleLines(), ...paper.blocks.map(block), foot(), ...annex()].join('\n')
  const head = styles(font).replace('<style:page-layout ', `${columnStyles.join('')}<style:page-layout `)
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
${head}
<office:body><office:text>
${body}
</office:text></office:body></office:document>`

  function p(style: string, text: string): string {
    const runs = text.split('**').map((run, index) => {
      const letters = write(run).map(({ text: written, capitals }) =>
        capitals ? span('H', escaped(written)) : escaped(written),
      )
      return index % 2 === 1 ? span('B', letters.join('')) : letters.join('')
    })
    return `<text:p text:style-name="${style}">${runs.join('')}</text:p>`
  }

  function table(look: 'tight' | 'grid', widths: readonly number[], rows: readonly (readonly string[])[]): string {
    tables += 1
    const columns = widths.map((width, index) => column(width, index, `t${tables}c`))
    columnStyles.push(...columns.map(({ style }) => style))
    const cell = look === 'grid' ? 'framed' : 'open'
    const lines = rows.map(
      (row) =>
        `<table:table-row>${row.map((inside) => `<table:table-cell table:style-name="${cell}">${inside}</table:table-cell>`).join('')}</table:table-row>`,
    )
    const named = columns.map(({ name }) => `<table:table-column table:style-name="${name}"/>`).join('')
    return `<table:table table:style-name="${look}">${named}${lines.join('')}</table:table>`
  }

  function heading(): string {
    const { superior, agency, number, about, place, date } = paper
    const left = [
      ...(superior ? [p('narrow', superior)] : []),
      ...agency.map((line) => p('narrowBold', line)),
      p('ruleLeft', ''),
    ]
    const right = [
      p('narrowBold', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      p('motto', 'Độc lập - Tự do - Hạnh phúc'),
      p('ruleRight', ''),
    ]
    const under = [
      [...(number ? [p('narrow', `Số: ${number}`)] : []), ...(about ? [p('narrow', `V/v ${about}`)] : [])].join(''),
      date ? p('place', `${place}, ${date}`) : p('place', ''),
    ]
    return table('tight', [6.2, 10.3], [[left.join(''), right.join('')], under])
  }

  function titleLines(): string[] {
    const { kind, subject, addressees } = paper
    return [
      p('center', ''),
      ...(kind ? [p('kind', kind)] : []),
      ...(subject ? subject.split('\n').map((line) => p('subject', line)) : []),
      ...(kind ? [p('ruleMiddle', '')] : []),
      ...(addressees ? [p('center', `Kính gửi: ${addressees.join('; ')}.`)] : []),
    ]
  }

  function block(one: Block): string {
    if (one === 'pageBreak') return p('break', '')
    if ('text' in one) return p(one.look ?? 'body', one.text)
    return grid(one) + p('body', '')
  }

  function grid({ rows, widths, heading: headed }: Grid): string {
    const cells = rows.map((row, at) => row.map((text) => p(headed && at === 0 ? 'cellHead' : 'cell', text)))
    return table('grid', widths, cells)
  }

  function annex(): string[] {
    return paper.annex ? [p('break', ''), ...paper.annex.map(block)] : []
  }

  function foot(): string {
    const { recipients, signatures } = paper
    const copies = recipients
      ? [
          p('copiesHead', 'Nơi nhận:'),
          ...recipients.map((one, at) => p('copies', `- ${one}${at === recipients.length - 1 ? '.' : ';'}`)),
        ]
      : []
    const signed = signatures.map(({ lines, name }) =>
      [...lines.map((line) => p('signer', line)), ...Array(4).fill(p('signer', '')), p('signer', name)].join(''),
    )
    const [first = '', second] = signed
    if (signatures.length === 0) return ''
    return table('tight', [8, 8.5], [second === undefined ? [copies.join(''), first] : [first, second]])
  }
}

function span(style: string, inside: string): string {
  return `<text:span text:style-name="${style}">${inside}</text:span>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
