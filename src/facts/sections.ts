import type { Manifest } from '../dossier/manifest.ts'
import { type Facts, fact } from './define.ts'

/** Sections of the manifest by the words an officer knows them by. */
const SECTIONS: Partial<Record<keyof Manifest, readonly [vi: string, en: string]>> = {
  scope: ['phạm vi áp dụng', 'scope'],
  catalogue: ['danh mục thủ tục hành chính', 'catalogue of procedures'],
  processes: ['danh sách quy trình giải quyết công việc', 'list of processes'],
  documents: ['danh sách tài liệu', 'list of documents'],
  legalChanges: ['danh sách văn bản quy phạm pháp luật thay đổi', 'list of legal changes'],
  objectives: ['mục tiêu chất lượng', 'quality objectives'],
  internalAudits: ['đánh giá nội bộ', 'internal audits'],
  managementReviews: ['xem xét của Lãnh đạo', 'management reviews'],
  effectiveness: ['xác nhận hiệu lực của Người đứng đầu cơ quan', "the head's confirmation of effectiveness"],
  declarations: ['công bố Hệ thống quản lý chất lượng', 'declarations'],
  scopeEvents: ['thay đổi phạm vi áp dụng', 'changes of scope'],
  dissemination: ['phổ biến tài liệu', 'dissemination'],
  training: ['đào tạo', 'training'],
  complaints: ['khiếu nại', 'complaints'],
  satisfaction: ['đo lường sự hài lòng', 'satisfaction survey'],
  records: ['hồ sơ thực hiện quy trình', 'records of processes'],
  improvements: ['hoạt động cải tiến', 'improvements'],
  statusReport: ['báo cáo tình hình thực hiện', 'status report'],
  earlierFindings: ['nội dung chưa đáp ứng của kỳ kiểm tra trước', 'earlier findings'],
  onSiteInspection: ['kiểm tra tại trụ sở cơ quan', 'on-site inspection'],
  certificates: ['chứng nhận của tổ chức chứng nhận', 'certificates'],
  consultants: ['tổ chức, chuyên gia tư vấn', 'consultants'],
  budget: ['kinh phí duy trì, cải tiến', 'maintenance budget'],
}

/** One fact per section: that the manifest has it. An empty list is there; an absent section is missing evidence. */
export const sectionFacts: Facts = Object.fromEntries(
  Object.entries(SECTIONS).map(([name, [vi, en]]) => [
    name,
    fact(
      'section',
      vi,
      en,
      ({ manifest }) => (manifest[name as keyof Manifest] === undefined ? undefined : true),
      () => `/${name}`,
    ),
  ]),
)
