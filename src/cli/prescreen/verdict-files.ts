import { readFile } from 'node:fs/promises'
import type { Localized } from '../../base/localized.ts'
import { screeningOfVerdict } from '../../cohort/screening-of-verdict.ts'
import type { Block } from '../../dossier/agency.ts'
import { readVerdictFile } from '../../evaluation/verify/verdict-file.ts'
import type { RuleSource } from '../../rules/rule-source.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import type { DeskSettings } from './desk.ts'
import type { NamedBundle } from './run-bundles.ts'
import type { ScreenedBundle } from './screened-bundle.ts'

/** The code under which a verdict that cannot be used stands among the refused. */
const UNUSABLE = 'verdict-unusable'

/**
 * A verdict file among the bundles: taken as it was judged then; one that was edited is not taken.
 * @param rules of the set in use
 */
export async function screenVerdictFile(
  { name, path }: NamedBundle,
  rules: readonly RuleSource[],
): Promise<ScreenedBundle> {
  const read = readVerdictFile(await readFile(path), name)
  if ('wrong' in read) return { kind: 'refusal', code: UNUSABLE, message: read.wrong.text }
  // An intact digest proves that our own engine wrote the whole document.
  const verdict = read.document as unknown as Verdict
  const screening = screeningOfVerdict(verdict, rules)
  return { kind: 'verdict', screening, verdict, saidBlock: screening.agency.block as Block, faults: [] }
}

/** What a person must know of a verdict that was not judged as this run judges. */
export function verdictWarnings(
  { name }: NamedBundle,
  result: ScreenedBundle,
  { asOf, profileId, blocks }: Pick<DeskSettings, 'asOf' | 'profileId' | 'blocks'>,
): Localized[] {
  if (result.kind === 'refusal') return []
  const { verdict } = result
  const { code, block } = verdict.agency
  const known = Object.hasOwn(blocks, code) ? blocks[code] : undefined
  const told: Localized[] = []
  if (verdict.asOf !== asOf || verdict.profile.id !== profileId)
    told.push({
      vi: `${name}: kết quả này đánh giá tại ngày ${verdict.asOf} theo bộ thông số '${verdict.profile.id}', đợt rà soát là ngày ${asOf} theo '${profileId}'; lấy nguyên kết quả. Muốn đánh giá lại thì đưa bộ hồ sơ vào thư mục.`,
      en: `${name}: this verdict is of ${verdict.asOf} under the profile '${verdict.profile.id}', the pre-screening is of ${asOf} under '${profileId}'; it is taken as it is. To judge again put the bundle into the folder.`,
    })
  if (known !== undefined && known !== block)
    told.push({
      vi: `${name}: kết quả ghi khối '${block}', danh sách cơ quan ghi '${known}'; thống kê theo danh sách, nội dung đánh giá giữ nguyên.`,
      en: `${name}: the verdict says the block '${block}', the register '${known}'; figures go by the register, the judgement stays as it is.`,
    })
  return told
}
