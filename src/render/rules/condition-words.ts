import type { Language, Localized } from '../../core/errors.ts'
import { own } from '../../core/json.ts'
import { AS_OF, ITEM, PARAM, type Params, type ParamValue } from '../../rules/context.ts'
import { vocabulary } from '../../rules/facts/vocabulary.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import { showValue } from '../values.ts'
import { DUTY_WORDS } from '../words.ts'

/**
 * Facts whose label names what is missing when they are absent, and that need other words where a rule says what it asks
 * of them. Fields of lists as `list.field`.
 */
export const FACT_PHRASES: Readonly<Record<string, Localized>> = {
  'steeringCommittee.inForce': {
    vi: 'quyết định thành lập Ban Chỉ đạo ISO đang có hiệu lực',
    en: 'the decision on the ISO steering committee is in force',
  },
  'yearlyPlan.inForce': {
    vi: 'kế hoạch áp dụng, duy trì, cải tiến của năm đang có hiệu lực',
    en: 'the plan of the year is in force',
  },
  'context.inForce': {
    vi: 'tài liệu về bối cảnh của cơ quan và các bên quan tâm đang có hiệu lực',
    en: 'the document on context and interested parties is in force',
  },
  'qualityPolicy.inForce': {
    vi: 'chính sách chất lượng đang có hiệu lực',
    en: 'the quality policy is in force',
  },
  'risks.inForce': {
    vi: 'tài liệu về rủi ro và cơ hội đang có hiệu lực',
    en: 'the document on risks and opportunities is in force',
  },
  'documentTypes.inForce': { vi: 'tài liệu đang có hiệu lực', en: 'the document is in force' },
  'controlledDocuments.onlyEdition': {
    vi: 'chỉ một lần ban hành của mã tài liệu đang có hiệu lực',
    en: "one edition alone of the document's code is in force",
  },
  'controlledDocuments.approvedByHead': {
    vi: 'người phê duyệt là Người đứng đầu cơ quan tại ngày phê duyệt',
    en: 'who approved it was head of the agency that day',
  },
  'declaration.internalPart': {
    vi: 'công bố có phần quy trình nội bộ',
    en: 'the declaration has an internal part',
  },
  'declaration.procedureCount': {
    vi: 'số thủ tục hành chính trong danh mục kèm theo công bố',
    en: 'the number of procedures in the list annexed to the declaration',
  },
  'agency.hasWebsite': { vi: 'cơ quan có trang thông tin điện tử', en: 'the agency has a website' },
  'declaration.noticeSentOn': {
    vi: 'ngày thông báo việc công bố đến đơn vị chủ trì',
    en: 'the day the lead unit was told',
  },
  'declaration.postedOn': { vi: 'ngày niêm yết công bố tại trụ sở', en: 'the day it was posted at the office' },
  'declaration.onlineOn': {
    vi: 'ngày đăng tải công bố trên trang thông tin điện tử',
    en: 'the day it was put on the website',
  },
  'latestAudit.teamSize': {
    vi: 'số thành viên đoàn đánh giá nội bộ',
    en: 'the number of members of the internal audit team',
  },
}

/** Values that rules compare with, other than numbers and the blocks of the rule set, as an officer says them. */
export const LITERAL_WORDS: Readonly<Record<string, Localized>> = {
  calendar: { vi: 'theo năm dương lịch', en: 'by calendar year' },
  rolling: { vi: 'theo 12 tháng liên tục', en: 'by twelve months in a row' },
  accepted: { vi: 'được chấp nhận', en: 'accepted' },
  unclear: { vi: 'không nêu rõ một phiên bản', en: 'no one edition' },
  awaitingGuidance: { vi: 'chờ hướng dẫn', en: 'awaiting guidance' },
  head: { vi: 'Người đứng đầu cơ quan', en: 'the head' },
  deputy: { vi: 'cấp phó ký thay (KT.)', en: 'a deputy signing for the head (KT.)' },
  collective: { vi: 'thay mặt tập thể (TM.)', en: 'on behalf of the collective (TM.)' },
  deputyUnknown: { vi: 'cấp phó khác ký thay (KT.)', en: 'another deputy signing for the head (KT.)' },
  collectiveUnknown: { vi: 'người khác ký thay mặt (TM.)', en: 'another person on behalf of the collective (TM.)' },
  delegated: { vi: 'thừa ủy quyền, thừa lệnh (TUQ., TL.)', en: 'by delegation or order (TUQ., TL.)' },
  internalAudits: { vi: 'đánh giá nội bộ', en: 'internal audit' },
  managementReviews: { vi: 'xem xét của Lãnh đạo', en: 'management review' },
  effectiveness: { vi: 'xác nhận hiệu lực', en: 'confirmation of effectiveness' },
  scopeEvents: { vi: 'thay đổi phạm vi áp dụng', en: 'changes of scope' },
  catalogue: { vi: 'danh mục thủ tục hành chính', en: 'catalogue of procedures' },
  processes: { vi: 'danh sách quy trình', en: 'list of processes' },
  procedures: { vi: 'danh mục kèm theo công bố', en: 'list annexed to the declaration' },
  uncovered: { vi: 'thủ tục có quy trình nhưng chưa công bố', en: 'a procedure with a process, not declared' },
  repealed: { vi: 'thủ tục đã công bố nay hết hiệu lực', en: 'a declared procedure no longer in force' },
  event: { vi: 'mở rộng, thu hẹp, điều chỉnh phạm vi', en: 'scope widened, narrowed or adjusted' },
  eventUnnamed: { vi: 'đổi tên, hợp nhất, sắp xếp lại', en: 'renamed, merged, reorganised' },
  agency: { vi: 'do cơ quan kê khai', en: "the agency's own" },
  authority: { vi: 'do cơ quan có thẩm quyền cung cấp', en: "the authority's" },
  encouraged: { vi: 'khuyến khích', en: 'encouraged' },
  obligedByPlan: { vi: 'thực hiện theo kế hoạch của tỉnh, thành phố', en: 'obliged by a local plan' },
  absent: { vi: 'không có trong bộ hồ sơ', en: 'not in the bundle' },
  empty: { vi: 'trống', en: 'empty' },
  wrongType: { vi: 'không đúng loại theo tên tệp', en: 'not of the type its name says' },
  signatureBroken: { vi: 'chữ ký số không còn nguyên vẹn', en: 'a digital signature that is broken' },
  signatureUnverified: {
    vi: 'chữ ký số thuộc loại chưa kiểm tra được',
    en: 'a digital signature of a kind that cannot be verified',
  },
  purpose: { vi: 'mục đích', en: 'purpose' },
  scope: { vi: 'phạm vi', en: 'scope' },
  'legal-basis': { vi: 'căn cứ pháp lý', en: 'legal basis' },
  dossier: { vi: 'thành phần hồ sơ', en: 'papers to submit' },
  'time-limit': { vi: 'thời hạn giải quyết', en: 'time limit' },
  steps: { vi: 'các bước thực hiện', en: 'steps' },
  forms: { vi: 'biểu mẫu', en: 'forms' },
  records: { vi: 'hồ sơ lưu', en: 'records' },
  'document-control': { vi: 'kiểm soát tài liệu', en: 'control of documents' },
  'internal-audit': { vi: 'đánh giá nội bộ', en: 'internal audit' },
  nonconformity: { vi: 'kiểm soát điểm không phù hợp', en: 'control of nonconformities' },
  'management-review': { vi: 'xem xét của Lãnh đạo', en: 'management review' },
  risks: { vi: 'rủi ro và cơ hội', en: 'risks and opportunities' },
  complaints: { vi: 'giải quyết khiếu nại', en: 'complaints' },
}

/** What the parameters of rules stand for; a profile may set them otherwise. */
export const PARAM_WORDS: Readonly<Record<string, Localized>> = {
  cap: { vi: 'mức chi tối đa (đồng/năm)', en: 'most that may be spent (đồng a year)' },
  correctMonths: { vi: 'thời hạn khắc phục (tháng)', en: 'months to correct' },
  foundingMonths: { vi: 'thời gian cho cơ quan mới thành lập (tháng)', en: 'months for a young agency' },
  leastSatisfied: { vi: 'tỷ lệ hài lòng ít nhất', en: 'least share of satisfied answers' },
  lookBackMonths: { vi: 'khoảng thời gian xem xét (tháng)', en: 'months looked back' },
  manyProcedures: { vi: 'số thủ tục từ đó cần xem xét', en: 'number of procedures above which a person looks' },
  minRecords: { vi: 'số hồ sơ tối thiểu', en: 'least number of records' },
  months: { vi: 'khoảng thời gian (tháng)', en: 'period in months' },
  redeclareAtMost: {
    vi: 'thời hạn công bố lại theo quyết định của địa phương (tháng; 0: không đặt)',
    en: "months to declare again by the province's own decision (0: none)",
  },
  redeclareMonths: { vi: 'thời hạn công bố lại (tháng)', en: 'months to declare again' },
  repealNarrows: {
    vi: 'thủ tục hết hiệu lực được coi là thu hẹp phạm vi áp dụng',
    en: 'a repealed procedure counts as narrowing the scope',
  },
  reportMonths: { vi: 'thời hạn báo cáo (tháng)', en: 'months to report' },
  requireInternalProcesses: { vi: 'yêu cầu cả quy trình nội bộ', en: 'internal processes are required too' },
  sections: { vi: 'các nội dung cơ bản của quy trình', en: 'parts a process must have' },
  undeclaredShare: {
    vi: 'tỷ lệ thủ tục được để ngoài công bố',
    en: 'share of procedures that may stand outside the declaration',
  },
  updateMonths: { vi: 'thời hạn cập nhật (tháng)', en: 'months to update' },
  yearCounting: { vi: 'cách tính "một năm một lần"', en: 'how "once a year" is counted' },
}

/** Where in the rules something is said: in which language, under which parameters, of the items of which list. */
export interface Speech {
  lang: Language
  blocks: RuleSet['blocks']
  params: Params
  list?: string | undefined
}

/** How a version of a rule is spoken of, outside the items of its list. */
export function speechOf(
  { params = {} }: { params?: Params | undefined },
  { blocks }: Pick<RuleSet, 'blocks'>,
  lang: Language,
): Speech {
  return { lang, blocks, params }
}

/** What an officer calls a fact, a field of the list's items, or a parameter; its bare name where nobody has said. */
export function label(name: string, { lang, list, params }: Speech): string {
  if (name === AS_OF) return lang === 'vi' ? 'ngày đánh giá' : 'the day of judgement'
  if (name.startsWith(PARAM)) {
    const param = name.slice(PARAM.length)
    return Object.hasOwn(params, param) ? paramName(param, lang) : name
  }
  const field = name.startsWith(ITEM) && list !== undefined ? name.slice(ITEM.length) : undefined
  const phrase = own(FACT_PHRASES, field === undefined ? name : `${list}.${field}`)
  const found = phrase ?? (field === undefined ? own(vocabulary.facts, name)?.label : fieldLabel(list, field))
  return found?.[lang] ?? name
}

/** A parameter as it is named to a reader: what it stands for, and its key in the rule's file. */
export function paramName(param: string, lang: Language): string {
  return `${own(PARAM_WORDS, param)?.[lang] ?? (lang === 'vi' ? 'thông số' : 'parameter')} (\`${param}\`)`
}

/** A literal of a rule or the value of a parameter as an officer says it. */
export function literal(value: ParamValue, speech: Speech): string {
  if (typeof value === 'object') return value.map((one) => literal(one, speech)).join('; ')
  if (typeof value !== 'string') return showValue(value, speech.lang)
  const block = speech.blocks.find(({ id }) => id === value)
  const words = block?.label ?? own<Localized>(LITERAL_WORDS, value) ?? own<Localized>(DUTY_WORDS, value)
  return words?.[speech.lang] ?? `\`${value}\``
}

/** The value of a parameter in its unit, with its key: `3 tháng (\`updateMonths\`)`. */
export function paramValue(param: string, speech: Speech, unit = ''): string {
  const value = own(speech.params, param)
  return value === undefined ? `\`${param}\`` : `${literal(value, speech)}${unit} (\`${param}\`)`
}

function fieldLabel(list: string | undefined, field: string): Localized | undefined {
  const fields = list === undefined ? undefined : own(vocabulary.lists, list)?.fields
  return fields && own(fields, field)?.label
}
