import type { Block } from '../dossier/agency.ts'
import type { EvaluationInput } from '../evaluation/evaluate-bundle.ts'
import { type ScreenedDossier, screenDossier } from '../evaluation/screen-dossier.ts'
import type { Service } from '../service/service.ts'

/** An accepted bundle by its key in the store, judged again for the authority's desk. */
export interface ScreenedUpload {
  name: string
  result: ScreenedDossier
}

/** By what everything is judged, and to what block an agency belongs by the authority's register. */
export interface ScreenBy extends Pick<EvaluationInput, 'asOf' | 'judge'> {
  blockOf(code: string): Block | undefined
}

/**
 * The last accepted bundle of every agency that the service keeps, judged again on a day. What the service refused was told
 * to the agency then, and does not stand here.
 * @param isOwn whether an agency is to be looked at, by its code
 * @throws InputError for an unknown profile, or when a bundle's facts and bytes are both gone
 */
export async function screenStore(
  service: Pick<Service, 'listAgencies' | 'acceptedDossier'>,
  { blockOf, ...by }: ScreenBy,
  isOwn: (code: string) => boolean = () => true,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<ScreenedUpload[]> {
  const codes: string[] = []
  for await (const code of service.listAgencies()) if (isOwn(code)) codes.push(code)
  const screened: ScreenedUpload[] = []
  for (const [at, code] of codes.entries()) {
    const found = await service.acceptedDossier(code, by.asOf)
    if (found !== undefined)
      screened.push({ name: found.upload.bundleKey, result: await screenDossier(found.dossier, by, blockOf) })
    progress(at + 1, codes.length)
  }
  return screened
}
