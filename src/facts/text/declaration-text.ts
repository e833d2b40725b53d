import type { Clock } from '../../base/clock.ts'
import type { DocumentFacts, Found } from '../../dossier/reading.ts'
import type { TextReading } from '../../rules/readings.ts'
import { type DeclarationFound, declarationInForce } from '../declarations.ts'
import type { Scope } from '../scope.ts'
import { type Kind, type Readings, reading } from './define-reading.ts'
import { ACT_CODES, ACT_DAY, ACT_EDITION, ACT_NUMBER, ACT_PERSON, ADDRESSEE, ISSUER, issuer } from './kinds.ts'
import { readingOf, signers } from './reading-of.ts'
import { noticeDay, signingRight } from './signing.ts'

type Pick = (facts: DocumentFacts) => readonly Found<string>[]

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
