import { day } from './days.ts'
import { type Facts, fact } from './define.ts'
import { usableFile } from './files.ts'
import { isHeadOn } from './heads.ts'
import type { Scope } from './scope.ts'

const of = ({ manifest }: Scope) => manifest.effectiveness

/** The head's confirmation that the QMS is effective (QĐ 19/2014 Điều 4 khoản 2 điểm d). */
export const effectivenessFacts: Facts = {
  'effectiveness.confirmedOn': fact(
    'day',
    'ngày xác nhận hiệu lực',
    'day effectiveness was confirmed',
    (scope) => day(of(scope)?.confirmedOn),
    () => '/effectiveness/confirmedOn',
  ),
  'effectiveness.by': fact(
    'text',
    'người xác nhận hiệu lực',
    'who confirmed effectiveness',
    (scope) => of(scope)?.by,
    () => '/effectiveness/by',
  ),
  'effectiveness.byHead': fact(
    'flag',
    'người xác nhận hiệu lực là Người đứng đầu cơ quan',
    'effectiveness was confirmed by the head',
    (scope) => {
      const confirmed = of(scope)
      const on = day(confirmed?.confirmedOn)
      return confirmed && on !== undefined ? isHeadOn(scope, confirmed.by, on) : undefined
    },
    () => '/effectiveness/by',
  ),
  'effectiveness.file': fact(
    'file',
    'văn bản xác nhận hiệu lực',
    'the written confirmation of effectiveness',
    (scope) => usableFile(scope, of(scope)?.file),
    () => '/effectiveness/file',
  ),
}
