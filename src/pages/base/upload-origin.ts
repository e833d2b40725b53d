import type { PageTools } from '../tools.ts'

/** Where browsers send bundles: the origin of every form that the presigner makes. */
export async function uploadOrigin({ presigner }: Pick<PageTools, 'presigner'>): Promise<string> {
  const { url } = await presigner({ key: 'none', contentType: 'application/zip', maxBytes: 1, validSeconds: 1 })
  return new URL(url).origin
}
