import { screenStore } from '../../desk/screen-store.ts'
import type { Service } from '../../service/service.ts'
import { progressLine } from '../progress.ts'
import { type DeskSettings, deskJudge, plainFaults } from './desk.ts'
import type { CameIn, RunOptions } from './folder-input.ts'
import { bundleWarnings } from './warnings.ts'

/**
 * What the service keeps, judged again for this run, with the progress of it.
 * @throws InputError for an unknown profile, or when a bundle's facts and bytes are both gone
 */
export async function storeInput(
  service: Pick<Service, 'listAgencies' | 'acceptedDossier'>,
  settings: DeskSettings,
  { lang }: Pick<RunOptions, 'lang'>,
): Promise<CameIn[]> {
  const by = { ...(await deskJudge(settings)), asOf: settings.asOf }
  const line = progressLine(lang, lang === 'vi' ? 'Đang rà soát hồ sơ' : 'Pre-screening')
  try {
    const screened = await screenStore(service, by, undefined, line.show)
    return screened.map(({ name, result }) => {
      const plain = plainFaults(result)
      return { name, result: plain, warnings: bundleWarnings({ name, path: name }, plain) }
    })
  } finally {
    line.clear()
  }
}
