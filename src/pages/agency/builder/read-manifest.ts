import { DEFAULT_LIMITS } from '../../../bundle/container.ts'
import { parseManifest } from '../../../bundle/manifest/parse-manifest.ts'
import { readWorkbook } from '../../../bundle/manifest/xlsx/read-workbook.ts'
import type { Manifest } from '../../../dossier/manifest.ts'

/** The media type of a workbook. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * A manifest that was sent by itself, read as one in a bundle is.
 * @param type its media type: a workbook's, or else it is JSON
 * @throws Refusal with every problem
 */
export async function readManifest(bytes: Uint8Array, type: string): Promise<{ name: string; manifest: Manifest }> {
  const limits = DEFAULT_LIMITS
  if (!type.startsWith(XLSX_TYPE)) {
    const name = 'manifest.json'
    return { name, ...(await parseManifest(bytes, name, limits)) }
  }
  const name = 'ho-so.xlsx'
  const { manifest } = await readWorkbook(bytes, name, { limits, stopwatch: () => performance.now() })
  return { name, manifest }
}
