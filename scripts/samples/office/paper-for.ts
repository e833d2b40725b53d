import type { NamedPath } from '../../../src/dossier/manifest.ts'
import type { Desk } from './office.ts'
import type { Paper, SheetPaper } from './paper.ts'
import { auditPlan, auditReport } from './papers/audit.ts'
import { declaration } from './papers/declaration.ts'
import { documentList } from './papers/document-list.ts'
import { effectiveness } from './papers/effectiveness.ts'
import * as evidence from './papers/evidence.ts'
import { notice } from './papers/notice.ts'
import { processPaper } from './papers/process.ts'
import { reviewMinutes } from './papers/review-minutes.ts'
import { statusReport } from './papers/status-report.ts'
import { systemDocument } from './papers/system-document.ts'

/** Who makes the paper of a pointer; `#` stands for the number of a list's member. */
const MAKERS: Record<string, (desk: Desk, at: number) => Paper | SheetPaper> = {
  '/scope/file': evidence.scope,
  '/processes/#/file': processPaper,
  '/documents/#/file': (desk, at) =>
    desk.manifest.documents?.[at]?.type === 'document-list' ? documentList(desk, at) : systemDocument(desk, at),
  '/internalAudits/#/plan': auditPlan,
  '/internalAudits/#/report': auditReport,
  '/managementReviews/#/minutes': reviewMinutes,
  '/effectiveness/file': effectiveness,
  '/declarations/#/file': declaration,
  '/declarations/#/notice/file': notice,
  '/dissemination/file': evidence.dissemination,
  '/training/#/file': evidence.training,
  '/complaints/file': evidence.complaints,
  '/satisfaction/file': evidence.satisfaction,
  '/improvements/#/file': evidence.improvement,
  '/statusReport/file': statusReport,
  '/earlierFindings/#/file': evidence.earlierFinding,
}

/**
 * The paper that stands at a path of the manifest.
 * @returns undefined for what is no paper: a photograph, a catalogue
 */
export function paperFor({ path, pointer }: NamedPath, desk: Omit<Desk, 'path'>): Paper | SheetPaper | undefined {
  const at = Number(/\d+/.exec(pointer)?.[0] ?? 0)
  return MAKERS[pointer.replace(/\d+/, '#')]?.({ ...desk, path }, at)
}
