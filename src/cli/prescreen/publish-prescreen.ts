import type { Prescreen } from '../../cohort/prescreen.ts'
import { folderStores } from '../../local/place/folder-place.ts'
import { prescreenKey } from '../../web/routes/prescreens.ts'

/** Puts a pre-screening where the service of that data folder answers `GET /prescreens/{year}` from; a later one replaces it. */
export async function publishPrescreen(data: string, province: string, document: Prescreen): Promise<void> {
  const json = new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`)
  await folderStores(data).verdicts.put(prescreenKey(province, document.year), json, 'application/json')
}
