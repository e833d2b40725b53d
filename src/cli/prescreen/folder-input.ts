import type { Language, Localized } from '../../base/localized.ts'
import { anyBundlesIn } from '../bundles-in.ts'
import { progressLine } from '../progress.ts'
import { type DeskSettings, deskJudge } from './desk.ts'
import { onInterrupt } from './on-interrupt.ts'
import { runBundles } from './run-bundles.ts'
import type { ScreenedBundle } from './screened-bundle.ts'
import { screenVerdictFile, verdictWarnings } from './verdict-files.ts'
import { bundleWarnings } from './warnings.ts'

/** One thing that came in, by its name, what came of it, and what the person at the desk is told of it. */
export interface CameIn {
  name: string
  result: ScreenedBundle
  warnings: readonly Localized[]
}

/** How a run shows itself and how many threads it takes. */
export interface RunOptions {
  jobs: number
  lang: Language
}

/**
 * The bundles of a folder, judged, and the verdicts (`.json`) that lie among them, taken as they are.
 * @returns what came of each, and the names of what is neither
 * @throws InputError when the folder cannot be read, or as a desk does
 */
export async function folderInput(
  folder: string,
  settings: DeskSettings,
  { jobs, lang }: RunOptions,
): Promise<{ came: CameIn[]; others: string[] }> {
  const { bundles, verdicts, others } = await anyBundlesIn(folder)
  const heard = onInterrupt(lang, settings.cache !== undefined)
  const line = progressLine(lang, lang === 'vi' ? 'Đang rà soát hồ sơ' : 'Pre-screening')
  try {
    const results = await runBundles(bundles, settings, jobs, line.show)
    const judged = results.map((result, at): CameIn => {
      const bundle = bundles[at] ?? { name: '', path: '' }
      return { name: bundle.name, result, warnings: bundleWarnings(bundle, result) }
    })
    const rules = verdicts.length === 0 ? [] : (await deskJudge(settings)).judge.ruleSet.source.rules
    const taken = verdicts.map(async (file): Promise<CameIn> => {
      const result = await screenVerdictFile(file, rules)
      const warnings = [
        ...(result.kind === 'refusal' ? bundleWarnings(file, result) : []),
        ...verdictWarnings(file, result, settings),
      ]
      return { name: file.name, result, warnings }
    })
    return { came: [...judged, ...(await Promise.all(taken))], others }
  } finally {
    line.clear()
    heard()
  }
}
