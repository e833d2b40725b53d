import type { ReadVerdict } from '../../service/service.ts'
import { Problem } from '../problems/problem.ts'
import type { AgencyCall } from '../route.ts'

const NOTHING_YET = {
  vi: 'Cơ quan chưa có bộ hồ sơ nào được đánh giá. Đề nghị nộp bộ hồ sơ, rồi xem lại tình trạng của lần nộp.',
  en: 'No bundle of the agency has been judged yet. Upload one, then ask for the status of the upload.',
}

/** @throws Problem when the agency has no verdict */
export async function latestOf({ tools, agency }: AgencyCall): Promise<ReadVerdict> {
  const read = await tools.service.latestVerdict(agency)
  if (read === undefined) throw new Problem('no-verdict', NOTHING_YET)
  return read
}
