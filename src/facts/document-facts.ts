import type { Clock } from '../base/clock.ts'
import { toDay } from '../base/day.ts'
import type { DocumentType } from '../dossier/documents.ts'
import { type Facts, fact } from './define.ts'
import { approvalUnknown, type DocumentEntry, inForceOf, leading } from './documents.ts'
import { usableFile } from './files.ts'
import type { Scope } from './scope.ts'

/** Of the documents of a type, the one a rule speaks of; of the plans, the one of the assessment year. */
export function leadingOf(scope: Scope, clock: Clock, type: DocumentType): DocumentEntry | undefined {
  const { assessmentYear } = scope.manifest
  return leading(scope, clock, type, type === 'yearly-plan' ? toDay(`${assessmentYear}-12-31`) : undefined)
}

function factsOf(name: string, type: DocumentType, vi: string, en: string): Facts {
  const found = (scope: Scope, clock: Clock) => leadingOf(scope, clock, type)
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
    [`${name}.approvedBy`]: fact(
      'text',
      `người phê duyệt ${vi}`,
      `who approved the ${en}`,
      (s, c) => found(s, c)?.document.approvedBy,
      at('/approvedBy'),
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
  ...factsOf('yearlyPlan', 'yearly-plan', 'kế hoạch áp dụng, duy trì, cải tiến của năm', 'plan of the year'),
  ...factsOf(
    'context',
    'context',
    'tài liệu về bối cảnh của cơ quan và các bên quan tâm',
    'document on context and interested parties',
  ),
  ...factsOf('qualityPolicy', 'quality-policy', 'chính sách chất lượng', 'quality policy'),
  ...factsOf('risks', 'risks', 'tài liệu về rủi ro và cơ hội', 'document on risks and opportunities'),
}
