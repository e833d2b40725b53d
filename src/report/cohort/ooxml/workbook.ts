import { html as xml } from '../../html/markup.ts'
import { headingRow, type Table } from '../table/table.ts'
import { OFFICE_RELATIONSHIPS, officeFile } from './archive.ts'
import { workbookStyles } from './workbook-styles.ts'
import { worksheet } from './worksheet.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * A workbook (XLSX, ECMA-376) with one sheet per table, ready to print on A4.
 * @returns the bytes of the file, the same for the same tables
 */
export function workbook(tables: readonly Table[]): Promise<Uint8Array> {
  return officeFile(
    [
      { path: 'xl/workbook.xml', contentType: `${TYPE}.sheet.main+xml`, xml: workbookXml(tables) },
      ...tables.map((table, at) => ({
        path: `xl/worksheets/sheet${at + 1}.xml`,
        contentType: `${TYPE}.worksheet+xml`,
        xml: worksheet(table, MAIN),
      })),
      { path: 'xl/styles.xml', contentType: `${TYPE}.styles+xml`, xml: workbookStyles(MAIN) },
    ],
    [
      ...tables.map((_, at) => ({ type: 'worksheet', target: `worksheets/sheet${at + 1}.xml` })),
      { type: 'styles', target: 'styles.xml' },
    ],
  )
}

/** The sheets by name, and the headings that each printed page repeats. */
function workbookXml(tables: readonly Table[]): string {
  return xml`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONSHIPS}"><sheets>${tables.map(
    ({ sheet }, at) => xml`<sheet name="${sheet}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )}</sheets><definedNames>${tables.map((table, at) => {
    const row = headingRow(table)
    return xml`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${`'${table.sheet.replaceAll("'", "''")}'!$${row}:$${row}`}</definedName>`
  })}</definedNames><calcPr fullCalcOnLoad="1"/></workbook>`.text
}
