import { screenDossier } from '../../evaluation/screen-dossier.ts'
import type { Service } from '../../service/service.ts'
import { progressLine } from '../progress.ts'
import type { DeskSettings } from './desk.ts'
import { deskJudge, plainFaults } from './desk.ts'
import type { CameIn, RunOptions } from './folder-input.ts'
import { bundleWarnings } from './warnings.ts'

/**
 * The last accepted bundle of every agency that the service keeps, judged again for this run. What the service refused
 * was told to the agency then, and does not stand here.
 * @throws InputError for an unknown profile, or when a bundle's facts and bytes are both gone
 */
export async function storeInput(
  service: Pick<Service, 'listAgencies' | 'acceptedDossier'>,
  settings: DeskSettings,
  { lang }: Pick<RunOptions, 'lang'>,
): Promise<CameIn[]> {
  const { judge, blockOf } = await deskJudge(settings)
  const codes: string[] = []
  for await (const code of service.listAgencies()) codes.push(code)
  const line = progressLine(lang, lang === 'vi' ? 'Đang rà soát hồ sơ' : 'Pre-screening')
  const came: CameIn[] = []
  try {
    for (const [at, code] of codes.entries()) {
      const found = await service.acceptedDossier(code, settings.asOf)
      if (found !== undefined) {
        const name = found.upload.bundleKey
        const result = plainFaults(await screenDossier(found.dossier, { asOf: settings.asOf, judge }, blockOf))
        came.push({ name, result, warnings: bundleWarnings({ name, path: name }, result) })
      }
      line.show(at + 1, codes.length)
    }
    return came
  } finally {
    line.clear()
  }
}
