import type { DocumentType } from '../../dossier/documents.ts'
import { leadingOf } from '../document-facts.ts'
import { approvalDay, approvers } from './approval.ts'
import { type Kind, type Readings, reading } from './define-reading.ts'
import { ACT_DAY, ACT_PERSON, AMONG_SIGNERS, DOCUMENT_DAY } from './kinds.ts'

interface Kinds {
  day: Kind
  signer: Kind
}

/** A decision, or a plan that the head signs, is itself what approves. */
const ACT: Kinds = { day: ACT_DAY, signer: ACT_PERSON }
const SIGNED_PLAN: Kinds = { day: ACT_DAY, signer: { ...ACT_PERSON, differs: 'ambiguous' } }
const OF_THE_SYSTEM: Kinds = { day: DOCUMENT_DAY, signer: AMONG_SIGNERS }

function textOf(name: string, type: DocumentType, kinds: Kinds, vi: string, en: string): Readings {
  return {
    [`${name}.text.date`]: reading(
      kinds.day,
      `ngày, tháng, năm ghi trên ${vi} do người phê duyệt ký`,
      `date of the ${en} signed by who approved it`,
      (scope, clock) => approvalDay(scope, leadingOf(scope, clock, type)?.document ?? {}),
    ),
    [`${name}.text.signer`]: reading(
      kinds.signer,
      `họ tên người ký dưới ${vi}`,
      `who signed below the ${en}`,
      (scope, clock) => approvers(scope, leadingOf(scope, clock, type)?.document ?? {}),
    ),
  }
}

/** What is looked for in the documents that rules ask for by type. */
export const documentText: Readings = {
  ...textOf(
    'steeringCommittee',
    'steering-committee',
    ACT,
    'quyết định thành lập Ban Chỉ đạo ISO',
    'decision on the ISO steering committee',
  ),
  ...textOf('yearlyPlan', 'yearly-plan', SIGNED_PLAN, 'kế hoạch của năm', 'plan of the year'),
  ...textOf('qualityPolicy', 'quality-policy', OF_THE_SYSTEM, 'chính sách chất lượng', 'quality policy'),
  ...textOf('risks', 'risks', OF_THE_SYSTEM, 'tài liệu về rủi ro và cơ hội', 'document on risks and opportunities'),
}
