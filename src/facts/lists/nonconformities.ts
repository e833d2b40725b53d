import type { Clock } from '../../base/clock.ts'
import { type Day, toIso } from '../../base/day.ts'
import type { InternalAudit } from '../../dossier/upkeep.ts'
import { endedAudits } from '../audits.ts'
import { day, done } from '../days.ts'
import { field, list } from '../define.ts'
import { usableFile } from '../files.ts'
import type { Scope } from '../scope.ts'

type Nonconformity = NonNullable<InternalAudit['nonconformities']>[number]

interface Item {
  /** Its own id; for an audit that does not say what it found, the day that audit ended. */
  id: string
  auditEnd: Day
  /** Absent where the audit does not say what it found. */
  found: Nonconformity | undefined
  closedOn: Day | undefined
  verifiedOn: Day | undefined
  file: string | undefined
  pointer: string
}

function items(scope: Scope, clock: Clock): readonly Item[] {
  return scope.derive(endedAudits, clock).flatMap(({ act, index, on }): Item[] => {
    const pointer = `/internalAudits/${index}`
    const common = { auditEnd: on, closedOn: undefined, verifiedOn: undefined, file: undefined }
    if (act.nonconformities === undefined) return [{ ...common, id: toIso(on), found: undefined, pointer }]
    return act.nonconformities.flatMap((found, place) =>
      done(found.raisedOn, clock) === undefined
        ? []
        : {
            id: found.id,
            auditEnd: on,
            found,
            closedOn: done(found.closedOn, clock),
            verifiedOn: done(found.verifiedOn, clock),
            file: usableFile(scope, found.file),
            pointer: `${pointer}/nonconformities/${place}`,
          },
    )
  })
}

/**
 * The nonconformities raised by the audits that have ended. An audit that does not say whether it found any is one
 * item too, of which nothing is known; one that says `[]` has none.
 */
export const nonconformitiesList = list<Item>({
  label: { vi: 'điểm không phù hợp của đánh giá nội bộ', en: 'nonconformities of internal audits' },
  items,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    id: field('text', 'ký hiệu điểm không phù hợp', 'id of the nonconformity', (item: Item) => item.id),
    auditEnd: field('day', 'ngày kết thúc cuộc đánh giá nội bộ', 'end of the internal audit', (item) => item.auditEnd),
    stated: field('section', 'danh sách điểm không phù hợp', 'list of nonconformities', (item) =>
      item.found ? true : undefined,
    ),
    unit: field('text', 'đơn vị', 'unit', (item) => item.found?.unit),
    cause: field('text', 'nguyên nhân', 'cause', (item) => item.found?.cause),
    action: field('text', 'hành động khắc phục', 'corrective action', (item) => item.found?.action),
    owner: field('text', 'người chịu trách nhiệm khắc phục', 'who is to correct it', (item) => item.found?.owner),
    dueOn: field('day', 'thời hạn khắc phục', 'day it is due', (item) => day(item.found?.dueOn)),
    closedOn: field('day', 'ngày khắc phục xong', 'day it was closed', (item) => item.closedOn),
    verifiedOn: field('day', 'ngày xác nhận kết quả khắc phục', 'day it was verified', (item) => item.verifiedOn),
    file: field('file', 'hồ sơ khắc phục', 'record of the correction', (item) => item.file),
  },
})
