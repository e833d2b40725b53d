import { parseXml } from './xml.ts'

/** Number formats that every workbook has and that show a day (ECMA-376 Part 1, 18.8.30; 27–36, 50–58 are East Asian). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)
}

/** Whether a format code shows a day: a `d` or `y` outside quotes, brackets and escapes. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^[\]]*\]|[\\_*]./g, '')
  return /[dy]/i.test(bare) && !/general|standard/i.test(bare)
}

/**
 * For each cell style of a workbook, by its index, whether it shows numbers as days.
 * @throws SheetUnreadable when the part is no XML
 */
export async function readDateStyles(part: string, bytes: Uint8Array, tick: () => void): Promise<readonly boolean[]> {
  const formats = new Map<string, string>()
  const styles: boolean[] = []
  let inCellStyles = false
  await parseXml(
    part,
    bytes,
    {
      open(name, { numFmtId = '0', formatCode }) {
        if (name === 'cellXfs') inCellStyles = true
        if (name === 'numFmt' && formatCode !== undefined) formats.set(numFmtId, formatCode)
        if (name !== 'xf' || !inCellStyles) return
        const format = formats.get(numFmtId)
        styles.push(format === undefined ? isBuiltInDate(Number(numFmtId)) : isDateFormat(format))
      },
      close(name) {
        if (name === 'cellXfs') inCellStyles = false
      },
    },
    tick,
  )
  return styles
}
