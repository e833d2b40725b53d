import { type Clock, type Day, toDay } from '../../core/days.ts'
import type { Manifest } from '../../dossier/manifest.ts'
import { DOCUMENT_TYPES, type DocumentType } from '../../dossier/quality-system.ts'
import { type Facts, fact, field, type Kind, list, type Readings, reading } from './fact.ts'
import { day, type Scope, usableFile } from './scope.ts'
import { ACT_DAY, ACT_PERSON, AMONG_SIGNERS, approvalDay, approvers, DOCUMENT_DAY } from './text-comparison.ts'

/** A document of the QMS and where it stands. */
interface DocumentEntry {
  document: NonNullable<Manifest['documents']>[number]
  index: number
  approvedOn: Day | undefined
}

/** The documents of one type by how they stand on the day. */
interface DocumentsOfType {
  inForce: readonly DocumentEntry[]
  /** Not withdrawn, but with neither an effective day nor a day of approval, so that nobody can tell. */
  undated: readonly DocumentEntry[]
}

const NONE: DocumentsOfType = { inForce: [], undated: [] }

/** A document is in force from its effective day, or its approval where that is absent, until the day it is withdrawn. */
function documentsByType(scope: Scope, clock: Clock): ReadonlyMap<DocumentType, DocumentsOfType> {
  const byType = new Map<DocumentType, { inForce: DocumentEntry[]; undated: DocumentEntry[] }>()
  ;(scope.manifest.documents ?? []).forEach((document, index) => {
    const approvedOn = day(document.approvedOn)
    const from = day(document.effectiveOn) ?? approvedOn
    if (!clock.inForce(from, day(document.withdrawnOn))) return
    const own = byType.get(document.type) ?? { inForce: [], undated: [] }
    byType.set(document.type, own)
    own[from === undefined ? 'undated' : 'inForce'].push({ document, index, approvedOn })
  })
  return byType
}

/** The documents of a type that count on the day, and those of which nobody can tell. */
function documentsOf(scope: Scope, clock: Clock, type: DocumentType): DocumentsOfType {
  return scope.derive(documentsByType, clock).get(type) ?? NONE
}

/**
 * Whether a document of the type is in force; absent when only undated ones are listed, when the section is absent, and when
 * the list names none of the type without saying that it is whole: a list that was begun counts only for what it names.
 */
function inForceOf(scope: Scope, clock: Clock, type: DocumentType): boolean | undefined {
  if (scope.manifest.documents === undefined) return undefined
  const { inForce, undated } = documentsOf(scope, clock, type)
  if (inForce.length > 0) return true
  const named = scope.manifest.documents.some((document) => document.type === type)
  return undated.length > 0 || (!named && scope.manifest.documentsComplete !== true) ? undefined : false
}

/**
 * Of the documents of the type in force, the one approved last on or before the day and `through`; failing that the one
 * approved first afterwards, failing that the first listed.
 */
function leading(scope: Scope, clock: Clock, type: DocumentType, through?: Day): DocumentEntry | undefined {
  const { inForce } = documentsOf(scope, clock, type)
  let best: DocumentEntry | undefined
  let later: DocumentEntry | undefined
  for (const entry of inForce) {
    const on = entry.approvedOn
    if (on === undefined) continue
    if (clock.reached(on) && (through === undefined || on <= through)) {
      if (best?.approvedOn === undefined || on >= best.approvedOn) best = entry
    } else if (later?.approvedOn === undefined || on < later.approvedOn) later = entry
  }
  return best ?? later ?? inForce[0]
}

/** Whether some document of the type may have been approved on a day that is not stated: then nobody can say it was not. */
function approvalUnknown(scope: Scope, clock: Clock, type: DocumentType): boolean {
  const { inForce, undated } = documentsOf(scope, clock, type)
  return undated.length > 0 || inForce.some(({ approvedOn }) => approvedOn === undefined)
}

/** Of the documents of a type, the one a rule speaks of; of the plans, the one of the assessment year. */
function leadingOf(scope: Scope, clock: Clock, type: DocumentType): DocumentEntry | undefined {
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
      `${vi} có ngày phê duyệt hoặc ngày áp dụng`,
      `the ${en} with its day of approval or of effect`,
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

interface Item {
  type: DocumentType
  /** Absent when nobody can tell: the section is absent, or only undated documents of the type are listed. */
  inForce: boolean | undefined
  file: string | undefined
  pointer: string
}

function items(scope: Scope, clock: Clock): readonly Item[] {
  return DOCUMENT_TYPES.map((type) => {
    const entry = leading(scope, clock, type)
    return {
      type,
      inForce: inForceOf(scope, clock, type),
      file: usableFile(scope, entry?.document.file),
      pointer: entry ? `/documents/${entry.index}` : '/documents',
    }
  })
}

/** Every type of document, whether the agency has one or not. */
export const documentTypesList = list<Item>({
  label: { vi: 'loại tài liệu', en: 'types of document' },
  items,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    type: field('text', 'loại tài liệu', 'type of document', (item: Item) => item.type),
    inForce: field(
      'flag',
      'tài liệu có ngày phê duyệt hoặc ngày áp dụng',
      'document with its day of approval or of effect',
      (item) => item.inForce,
    ),
    file: field('file', 'tài liệu', 'document', (item) => item.file),
  },
})

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
