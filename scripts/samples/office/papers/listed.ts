import type { Manifest } from '../../../../src/dossier/manifest.ts'
import type { Grid } from '../paper.ts'

/** A table of procedures with their codes, names and fields as the catalogue of the manifest tells them. */
export function listed({ catalogue }: Manifest, codes: readonly string[]): Grid {
  const rows = codes.map((code, index) => {
    const found = catalogue?.procedures?.find((one) => one.code === code)
    return [String(index + 1), code, found?.name ?? '', found?.field ?? '']
  })
  return {
    heading: true,
    widths: [1.2, 2.6, 9.2, 3.5],
    rows: [['STT', 'Mã TTHC', 'Tên thủ tục hành chính', 'Lĩnh vực'], ...rows],
  }
}
