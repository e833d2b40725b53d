import { expect } from 'vitest'
import { buildSamples } from '../../../scripts/samples/sample.ts'
import { folderStores, keysFolder } from '../../../src/cli/serve/place.ts'
import { serviceJudge } from '../../../src/cli/service-options.ts'
import { folderSigner } from '../../../src/cli/verdict-keys.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { prescreenOf } from '../../../src/province/draw-up.ts'
import { createService } from '../../../src/service/create-service.ts'
import { publishPrescreen } from '../../../src/service/published.ts'
import type { Verdict } from '../../../src/verdict/verdict.ts'
import { bundle, cohort, member } from '../../province/made.ts'
import type { Site } from './site.ts'

/** Fills the store of a site: three bundles of two agencies that are judged, and the pre-screening of 2026 of ten. */
export async function fillDesk(site: Pick<Site, 'folder'>): Promise<void> {
  const { bundles, verdicts } = folderStores(site.folder)
  const judge = await serviceJudge({ profile: 'national' })
  const service = createService({ bundles, verdicts, judge, limits: DEFAULT_LIMITS, stopwatch: () => 0 })
  const samples = new Map((await buildSamples()).map(({ name, zip }) => [name, zip]))
  const uploads = [
    ['H61.152', 'commune-behind', '2026-11-01T02:00:00.000Z'],
    ['H61.152', 'commune-caught-up', '2026-11-12T02:00:00.000Z'],
    ['H61.12', 'department-complete', '2026-11-02T02:00:00.000Z'],
  ] as const
  const judged = new Map<string, Verdict>()
  for (const [code, name, on] of uploads) {
    const key = `bundles/${code}/${on.replace(/[-:.]/g, '')}-0000abcd.zip`
    await bundles.put(key, samples.get(name) ?? expect.unreachable(), 'application/zip')
    await service.evaluateUpload({ key, on })
    const latest = await service.latestVerdict(code)
    if (latest) judged.set(code, latest.verdict)
  }
  const departments = Array.from({ length: 8 }, (_, at) => member(`H61.2${at}`, 'department', { name: `Sở thứ ${at}` }))
  const ward = { ...member('H61.152', 'commune'), name: 'UBND phường Mỹ Thuận Đông' }
  const justice = { ...member('H61.12'), name: 'Sở Tư pháp' }
  const own = (code: string) => ({ sha256: judged.get(code)?.bundle.sha256 ?? '' })
  const document = prescreenOf(
    cohort(
      [justice, ward, ...departments],
      [
        bundle(justice, own('H61.12')),
        bundle(ward, own('H61.152')),
        ...departments
          .slice(2)
          .map((one, at) =>
            bundle(one, at === 0 ? { status: 'notMet', blocking: ['procedures-all-covered'], grade: null } : {}),
          ),
      ],
      { asOf: judged.get('H61.12')?.asOf ?? '' },
    ),
  )
  const of = { province: 'H61', year: 2026, id: '20261112T030000000Z-0000abcd', by: 'qms', registered: 10 }
  await publishPrescreen(of, document, judged, verdicts, await folderSigner(keysFolder(site.folder)))
}
