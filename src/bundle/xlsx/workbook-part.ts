import { localName, parseXml } from './xml.ts'

/** What the workbook part says of its sheets. */
export interface WorkbookPart {
  /** Day numbers count from 1904-01-01. */
  date1904: boolean
  /** In the order of their tabs; `id` names the relationship that leads to the part. */
  sheets: { name: string; visible: boolean; id: string }[]
}

/** @throws SheetUnreadable when the part is no XML */
export async function readWorkbookPart(part: string, bytes: Uint8Array, tick: () => void): Promise<WorkbookPart> {
  const workbook: WorkbookPart = { date1904: false, sheets: [] }
  await parseXml(
    part,
    bytes,
    {
      open(name, attributes) {
        if (name === 'workbookPr') workbook.date1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
        if (name !== 'sheet') return
        // The relationship's id is the only attribute `id` of a sheet; its prefix is whatever the writer chose.
        const id = Object.entries(attributes).find(([key]) => localName(key) === 'id')?.[1] ?? ''
        workbook.sheets.push({
          name: attributes.name ?? '',
          visible: (attributes.state ?? 'visible') === 'visible',
          id,
        })
      },
    },
    tick,
  )
  return workbook
}
