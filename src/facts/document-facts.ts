import type { Clock } from '../base/clock.ts'
import { type Day, toDay } from '../base/day.ts'
import type { DocumentType } from '../dossier/documents.ts'
import { type Facts, fact } from './define.ts'
import { approvalUnknown, inForceOf, leading } from './documents.ts'
import { usableFile } from './files.ts'
import type { Scope } from './scope.ts'

type Bound = (scope: Scope) => Day
const endOfAssessmentYear: Bound = ({ manifest }) => toDay(`${manifest.assessmentYear}-12-31`)

function factsOf(name: string, type: DocumentType, vi: string, en: string, through?: Bound): Facts {
  const found = (scope: Scope, clock: Clock) => leading(scope, clock, type, through?.(scope))
  const at = (key: string) => (scope: Scope, clock: Clock) => {
    const entry = found(scope, clock)
    return entry && `/documents/${entry.index}${key}`
  }
  return {
    [`${name}.inForce`]: fact(
      'flag',
      `ngày phê duyệt hoặc ngày áp dụng của ${vi}`,
      `day of approval or of effect of the ${en}`,
      (s, c) => inForceOf(s, c, type),
      at(''),
    ),
    [`${name}.approvedOn`]: fact(
      'day',
      `ngày phê duyệt ${vi}`,
      `day of approval of the ${en}`,
      (s, c) => found(s, c)?.approvedOn,
      at('/approvedOn'),
    ),
    [`${name}.approvedUnseen`]: fact(
      'flag',
      `ngày phê duyệt ${vi}`,
      `day of approval of the ${en}`,
      (s, c) => (approvalUnknown(s, c, type) ? undefined : false),
      at('/approvedOn'),
    ),
    [`${name}.file`]: fact('file', vi, en, (s, c) => usableFile(s, found(s, c)?.document.file), at('/file')),
  }
}

/** Documents that rules ask for by type: whether one is in force, when it was approved, its file. */
export const documentFacts: Facts = {
  ...factsOf(
    'steeringCommittee',
    'steering-committee',
    'quyết định thành lập Ban Chỉ đạo ISO',
    'decision on the ISO steering committee',
  ),
  ...factsOf(
    'yearlyPlan',
    'yearly-plan',
    'kế hoạch áp dụng, duy trì, cải tiến của năm',
    'plan of the year',
    endOfAssessmentYear,
  ),
  ...factsOf(
    'context',
    'context',
    'tài liệu về bối cảnh của cơ quan và các bên quan tâm',
    'document on context and interested parties',
  ),
  ...factsOf('qualityPolicy', 'quality-policy', 'chính sách chất lượng', 'quality policy'),
  ...factsOf('risks', 'risks', 'tài liệu về rủi ro và cơ hội', 'document on risks and opportunities'),
}
