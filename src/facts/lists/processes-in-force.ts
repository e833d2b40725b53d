import type { Clock } from '../../base/clock.ts'
import { foldName } from '../../base/names.ts'
import { entriesByKey } from '../catalogue.ts'
import { field, list } from '../define.ts'
import { usableFile } from '../files.ts'
import { type ProcessInForce, processesInForce } from '../processes.ts'
import { sampledProcesses } from '../samples.ts'
import type { Scope } from '../scope.ts'

interface Item extends ProcessInForce {
  /** Fields of the procedures it serves, as the catalogue gives them, each once. */
  fields: readonly string[]
  file: string | undefined
  /** False where papers are asked of a sample that it is not in. */
  sampled: boolean
}

function items(scope: Scope, clock: Clock): readonly Item[] {
  const catalogue = scope.derive(entriesByKey, clock)
  const { codes } = scope.derive(sampledProcesses, clock)
  return scope.derive(processesInForce, clock).map((one) => {
    const fields = new Map<string, string>()
    for (const { procedure } of one.serves.flatMap((key) => catalogue.get(key) ?? []))
      if (procedure.field !== undefined) fields.set(foldName(procedure.field), procedure.field)
    const sampled = codes.has(one.process.code)
    return { ...one, fields: [...fields.values()], file: usableFile(scope, one.process.file), sampled }
  })
}

/** The processes in force on the day. */
export const processesInForceList = list<Item>({
  label: { vi: 'quy trình đang có hiệu lực', en: 'processes in force' },
  items,
  place: ({ index }) => ({ pointer: `/processes/${index}` }),
  fields: {
    code: field('text', 'mã quy trình', 'process code', (item: Item) => item.process.code),
    title: field('text', 'tên quy trình', 'process title', (item: Item) => item.process.title),
    procedureCount: field(
      'number',
      'số thủ tục hành chính áp dụng',
      'procedures it serves',
      (item: Item) => item.serves.length,
    ),
    fields: field(
      'texts',
      'lĩnh vực của các thủ tục hành chính',
      'fields of its procedures',
      (item: Item) => item.fields,
    ),
    fieldCount: field('number', 'số lĩnh vực', 'number of fields', (item: Item) => item.fields.length),
    sections: field('texts', 'các nội dung của quy trình', 'parts of the process', (item: Item) =>
      item.process.sections?.map(foldName),
    ),
    file: field('file', 'tệp quy trình', 'file of the process', (item: Item) => item.file),
    sampled: field(
      'flag',
      'tài liệu thuộc mẫu được yêu cầu nộp tệp',
      'file asked for, as one of the sample',
      (item: Item) => item.sampled,
    ),
  },
})
