import type { Clock } from '../../base/clock.ts'
import type { Source } from '../../rules/registers.ts'
import { day } from '../days.ts'
import { field, list } from '../define.ts'
import { usableFile } from '../files.ts'
import { citedNumber, sourcesByNumber } from '../legal-sources.ts'
import { processesInForce } from '../processes.ts'
import { sampledProcesses } from '../samples.ts'
import type { Scope } from '../scope.ts'

interface Item {
  /** As the process writes it. */
  cited: string
  process: string
  source: Source
  replacedBy: string | undefined
  file: string | undefined
  /** False where papers are asked of a sample that its process is not in. */
  sampled: boolean
  pointer: string
}

function items(scope: Scope, clock: Clock): readonly Item[] {
  const known = scope.derive(sourcesByNumber, clock)
  const { codes } = scope.derive(sampledProcesses, clock)
  const { sources } = scope.registers.ruleSet
  return scope.derive(processesInForce, clock).flatMap(({ process, index }) =>
    (process.legalBasis ?? []).flatMap((cited, at): Item[] => {
      const source = known.get(citedNumber(cited))
      if (source === undefined) return []
      return [
        {
          cited,
          process: process.code,
          source,
          replacedBy: sources.find(({ id }) => id === source.replacedBy)?.number,
          file: usableFile(scope, process.file),
          sampled: codes.has(process.code),
          pointer: `/processes/${index}/legalBasis/${at}`,
        },
      ]
    }),
  )
}

/** The legal texts that processes in force cite and that the register of legal texts knows. */
export const citedTextsList = list<Item>({
  label: { vi: 'căn cứ pháp lý nêu trong quy trình đang có hiệu lực', en: 'legal texts cited by processes in force' },
  items,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    cited: field('text', 'căn cứ pháp lý', 'legal text', (item: Item) => item.cited),
    process: field('text', 'mã quy trình', 'process code', (item: Item) => item.process),
    from: field('day', 'ngày văn bản có hiệu lực', 'first day in force', (item: Item) => day(item.source.from)),
    to: field('day', 'ngày văn bản hết hiệu lực', 'first day no longer in force', (item: Item) => day(item.source.to)),
    replacedBy: field('text', 'văn bản thay thế', 'text that replaces it', (item: Item) => item.replacedBy),
    // What is judged is the list of texts; the paper of the process is asked for where the process is judged.
    file: { ...field('file', 'tệp quy trình', 'file of the process', (item: Item) => item.file), asked: false },
    sampled: field(
      'flag',
      'tài liệu thuộc mẫu được yêu cầu nộp tệp',
      'file asked for, as one of the sample',
      (item: Item) => item.sampled,
    ),
  },
})
