import { type Clock, isIsoDate, toDay } from '../../core/days.ts'
import type { DocumentFacts, Found } from '../../dossier/reading.ts'
import type { TextReading } from '../vocabulary.ts'
import { type DeclarationFound, declarationInForce } from './declaration.ts'
import { type Kind, type Readings, reading, readingOf, signers } from './fact.ts'
import type { Scope } from './scope.ts'
import {
  ACT_CODES,
  ACT_DAY,
  ACT_EDITION,
  ACT_NUMBER,
  ACT_PERSON,
  ADDRESSEE,
  ISSUER,
  issuer,
} from './text-comparison.ts'

/** Days from a document's date within which it is sent: the day itself or the next working day, over a long holiday. */
const SENT_WITHIN = 10

/**
 * A document is sent on its day or the working day after (NĐ 30/2020 Điều 18): never before its date. One dated long
 * before is told nothing of.
 */
export const noticeDay: Kind = {
  against: 'day',
  differs: 'contradicts',
  compare: (declared, found) => {
    if (!isIsoDate(String(found))) return 'unclear'
    const wait = Number(declared) - toDay(String(found))
    if (wait < 0) return 'other'
    return wait <= SENT_WITHIN ? 'same' : 'unclear'
  },
}

/**
 * The capacity above the signature against the right that the manifest comes to (NĐ 30/2020 Điều 13). A head signs with
 * none, so that its absence tells nothing; TL. and TUQ. are signatures by order or by authorisation and nobody's own.
 */
export const signingRight: Kind = {
  against: 'text',
  differs: 'contradicts',
  guard: true,
  compare: (declared, found) => {
    const delegated = found === 'TL.' || found === 'TUQ.'
    if (delegated === (declared === 'delegated')) return 'same'
    return delegated ? 'other' : 'unclear'
  },
}

type Pick = (facts: DocumentFacts, scope: Scope) => readonly Found<string>[]

const inFile =
  (fileOf: (found: DeclarationFound) => string | undefined, pick: Pick) =>
  (scope: Scope, clock: Clock): TextReading | undefined => {
    const found = scope.derive(declarationInForce, clock)
    return found && readingOf(scope, fileOf(found), pick)
  }

const inDeclaration = (kind: Kind, vi: string, en: string, pick: Pick) =>
  reading(
    kind,
    vi,
    en,
    inFile(({ act }) => act.file, pick),
  )
const inNotice = (kind: Kind, vi: string, en: string, pick: Pick) =>
  reading(
    kind,
    vi,
    en,
    inFile(({ act }) => act.notice?.file, pick),
  )

/** What is looked for in the declaration in force and in the notice of it (QĐ 19/2014 Điều 4 khoản 3). */
export const declarationText: Readings = {
  'declaration.text.number': inDeclaration(
    ACT_NUMBER,
    'số, ký hiệu ghi trên bản công bố',
    'number in the declaration',
    (facts) => facts.number,
  ),
  'declaration.text.date': inDeclaration(
    ACT_DAY,
    'ngày, tháng, năm ghi trên bản công bố',
    'date of the declaration',
    (facts) => facts.date,
  ),
  'declaration.text.edition': inDeclaration(
    ACT_EDITION,
    'phiên bản tiêu chuẩn tại nội dung công bố',
    'edition in the sentence that declares',
    (facts) => facts.edition,
  ),
  'declaration.text.signer': inDeclaration(
    ACT_PERSON,
    'họ tên người ký dưới bản công bố',
    'who signed below the declaration',
    signers,
  ),
  'declaration.text.signingRight': inDeclaration(
    signingRight,
    'quyền hạn ghi trên chữ ký của bản công bố (KT., TM., TL., TUQ.)',
    'capacity above the signature of the declaration',
    ({ signer }) => signer.flatMap((one) => (one.value.capacity ? [{ ...one, value: one.value.capacity }] : [])),
  ),
  'declaration.text.codes': inDeclaration(
    ACT_CODES,
    'mã thủ tục hành chính trong danh mục kèm theo công bố',
    'codes in the list annexed to the declaration',
    (facts) => facts.codes,
  ),
  'declaration.text.issuer': inDeclaration(
    ISSUER,
    'tên cơ quan ban hành bản công bố',
    'agency that issued the declaration',
    issuer,
  ),
  'declaration.text.noticeNumber': inNotice(
    ACT_NUMBER,
    'số, ký hiệu ghi trên văn bản thông báo',
    'number in the notice',
    (facts) => facts.number,
  ),
  'declaration.text.noticeDate': inNotice(
    noticeDay,
    'ngày, tháng, năm ghi trên văn bản thông báo',
    'date of the notice',
    (facts) => facts.date,
  ),
  'declaration.text.noticeTo': inNotice(
    ADDRESSEE,
    'nơi nhận ghi trên văn bản thông báo (Kính gửi)',
    'addressee in the notice',
    (facts) => facts.addressee,
  ),
  'declaration.text.noticeIssuer': inNotice(
    ISSUER,
    'tên cơ quan ban hành văn bản thông báo',
    'agency that issued the notice',
    issuer,
  ),
}

/** What is looked for in the confirmation of effectiveness and in the status report. */
export const actsText: Readings = {
  'effectiveness.text.date': reading(
    ACT_DAY,
    'ngày, tháng, năm ghi trên văn bản xác nhận hiệu lực',
    'date of the confirmation of effectiveness',
    (scope, clock) => {
      const file = scope.manifest.effectiveness?.file
      // A declaration that confirms as well bears its own day: the confirmation went before it.
      const declaration = scope.derive(declarationInForce, clock)?.act.file
      return file === declaration ? undefined : readingOf(scope, file, ({ date }) => date)
    },
  ),
  'effectiveness.text.signer': reading(
    ACT_PERSON,
    'họ tên người ký dưới văn bản xác nhận hiệu lực',
    'who signed below the confirmation of effectiveness',
    (scope) => readingOf(scope, scope.manifest.effectiveness?.file, signers),
  ),
  'statusReport.text.number': reading(
    ACT_NUMBER,
    'số, ký hiệu ghi trên báo cáo tình hình thực hiện',
    'number in the status report',
    (scope) => readingOf(scope, scope.manifest.statusReport?.file, ({ number }) => number),
  ),
  'statusReport.text.date': reading(
    ACT_DAY,
    'ngày, tháng, năm ghi trên báo cáo tình hình thực hiện',
    'date of the status report',
    (scope) => readingOf(scope, scope.manifest.statusReport?.file, ({ date }) => date),
  ),
  'statusReport.text.issuer': reading(
    ISSUER,
    'tên cơ quan ban hành báo cáo tình hình thực hiện',
    'agency that issued the status report',
    (scope) => readingOf(scope, scope.manifest.statusReport?.file, issuer),
  ),
}
