import type { SheetPaper } from './paper.ts'

const SPACES = ['office', 'text', 'table', 'style']

/** A list as a flat OpenDocument sheet, which LibreOffice turns into XLSX. */
export function toFods({ sheet, rows, widths }: SheetPaper): string {
  const names = SPACES.map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ')
  const styles = widths.map(
    (width, at) =>
      `<style:style style:name="c${at}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
  )
  const columns = widths.map((_, at) => `<table:table-column table:style-name="c${at}"/>`)
  const lines = rows.map(
    (row) => `<table:table-row>${row.length === 0 ? '<table:table-cell/>' : row.map(cell).join('')}</table:table-row>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${names} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>${styles.join('')}</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="${sheet}">${columns.join('')}${lines.join('')}</table:table></office:spreadsheet></office:body></office:document>`
}

function cell(value: string | number): string {
  if (typeof value === 'number')
    return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
}
