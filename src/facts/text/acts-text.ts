import { declarationInForce } from '../declarations.ts'
import { type Readings, reading } from './define-reading.ts'
import { ACT_DAY, ACT_NUMBER, ACT_PERSON, ISSUER, issuer } from './kinds.ts'
import { readingOf, signers } from './reading-of.ts'

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
