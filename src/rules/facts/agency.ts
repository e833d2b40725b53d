import type { Clock, Day } from '../../core/days.ts'
import { foldName } from '../../core/names.ts'
import type { Manifest } from '../../dossier/manifest.ts'
import { type Facts, fact } from './fact.ts'
import { day, done, type Scope } from './scope.ts'

/** The agency and the year it is assessed for. */
export const agencyFacts: Facts = {
  'agency.block': fact(
    'text',
    'khối cơ quan',
    'block of the agency',
    ({ manifest }) => manifest.agency.block,
    () => '/agency/block',
  ),
  'agency.name': fact(
    'text',
    'tên cơ quan',
    'name of the agency',
    ({ manifest }) => manifest.agency.name,
    () => '/agency/name',
  ),
  'agency.staffInScope': fact(
    'number',
    'số cán bộ, công chức trong phạm vi áp dụng',
    'staff in scope',
    ({ manifest }) => manifest.agency.staffInScope,
    () => '/agency/staffInScope',
  ),
  'agency.units': fact(
    'texts',
    'các đơn vị trong phạm vi áp dụng',
    'units in scope',
    ({ manifest }) => manifest.agency.units,
    () => '/agency/units',
  ),
  'agency.establishedOn': fact(
    'day',
    'ngày thành lập cơ quan',
    'day the agency was established',
    ({ manifest }) => day(manifest.agency.establishedOn),
    () => '/agency/establishedOn',
  ),
  'agency.hasNotDeclaredYet': fact(
    'flag',
    'cơ quan mới thành lập, chưa công bố lần nào',
    'a young agency that has never declared',
    hasNotDeclaredYet,
    () => '/agency/establishedOn',
  ),
  'agency.hasWebsite': fact(
    'flag',
    'trang thông tin điện tử của cơ quan',
    'whether the agency has a website',
    ({ manifest: { agency } }) => (agency.website === undefined ? undefined : agency.website !== null),
    () => '/agency/website',
  ),
  assessmentYear: fact(
    'number',
    'năm đánh giá',
    'assessment year',
    ({ manifest }) => manifest.assessmentYear,
    () => '/assessmentYear',
  ),
}

/**
 * Whether an agency that says when it was established has never declared by the day; a declaration that it lists of a
 * predecessor, under a name it had, is its own. Absent where it does not say.
 */
function hasNotDeclaredYet({ manifest }: Scope, clock: Clock): boolean | undefined {
  if (manifest.agency.establishedOn === undefined) return undefined
  return !(manifest.declarations ?? []).some(({ signedOn }) => done(signedOn, clock) !== undefined)
}

interface Term {
  /** The title written out, folded. */
  titled: string
  from: Day | undefined
  to: Day | undefined
}

/** Terms by folded name, read once per scope: a long list of heads is asked about once per document. */
const termsOf = new WeakMap<Scope, ReadonlyMap<string, readonly Term[]>>()

function readTerms({ manifest }: Scope): ReadonlyMap<string, readonly Term[]> {
  const byName = new Map<string, Term[]>()
  for (const head of manifest.agency.heads) {
    const name = foldName(head.name)
    const own = byName.get(name) ?? []
    byName.set(name, own)
    own.push({ titled: fullTitle(head.title), from: day(head.from), to: day(head.to) })
  }
  return byName
}

/**
 * Whether a person was, on a day, one of those the agency lists as its head, acting head, or deputy who may sign for
 * the head. Names match in NFC, case folded, single spaces; both ends of the time in office are inclusive, an absent
 * end is open.
 */
export function isHeadOn(scope: Scope, name: string, on: Day): boolean {
  return (terms(scope).get(foldName(name)) ?? []).some((term) => isInOffice(term, on))
}

/** The same of whoever approved a document, told by name or by title alone: `Chủ tịch` for `Chủ tịch UBND phường Ngọc Hà`. */
export function isApproverOn(scope: Scope, told: string, on: Day): boolean {
  if (terms(scope).has(foldName(told))) return isHeadOn(scope, told, on)
  const title = fullTitle(told)
  // One word is no title that tells one from another: `Phó`, `Trưởng`.
  if (!title.includes(' ')) return false
  const isTitled = ({ titled }: Term) => titled === title || titled.startsWith(`${title} `)
  return [...terms(scope).values()].flat().some((term) => isTitled(term) && isInOffice(term, on))
}

function terms(scope: Scope): ReadonlyMap<string, readonly Term[]> {
  const known = termsOf.get(scope) ?? readTerms(scope)
  termsOf.set(scope, known)
  return known
}

const fullTitle = (title: string): string =>
  bareTitle(title)
    .replace(/\bubnd\b/gu, 'ủy ban nhân dân')
    .replaceAll('uỷ', 'ủy')

const isInOffice = ({ from, to }: Pick<Term, 'from' | 'to'>, on: Day) =>
  (from === undefined || from <= on) && (to === undefined || on <= to)

/** What may stand in a title and makes no other one of it. */
const PASSED_OVER = /(?<!\p{L})(?:thường trực|phụ trách|quyền|q\.)(?!\p{L})/gu

const bareTitle = (title: string) => foldName(foldName(title).replace(PASSED_OVER, ' '))

/**
 * Whether a title is that of a deputy of someone the agency lists in office on the day: "Phó " and the other's title,
 * case folded; "Thường trực", "phụ trách" are passed over.
 */
export function isDeputyOfHeadOn(scope: Scope, title: string, on: Day): boolean {
  const own = bareTitle(title)
  return scope.manifest.agency.heads.some((head) => {
    const inOffice = isInOffice({ from: day(head.from), to: day(head.to) }, on)
    return inOffice && own === `phó ${bareTitle(head.title)}`
  })
}

/** Titles of those who head a body that decides together (NĐ 30/2020 Điều 13 khoản 2). */
const COLLECTIVE_HEADS = [
  'chủ tịch',
  'bộ trưởng',
  'trưởng ban',
  'chủ nhiệm',
  'thống đốc',
  'tổng thanh tra',
  'viện trưởng',
]

/** Whether a title is that of the head of a collective. */
export function isCollectiveHead(title: string): boolean {
  const own = bareTitle(title)
  return COLLECTIVE_HEADS.some((head) => own === head || own.startsWith(`${head} `))
}

/** Whether a title is a deputy's: it begins with "Phó". */
export function isDeputyTitle(title: string): boolean {
  return foldName(title).startsWith('phó')
}

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
