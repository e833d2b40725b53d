import { type Clock, type Day, toDay } from '../../core/days.ts'
import { foldName } from '../../core/names.ts'
import type { Manifest } from '../../dossier/manifest.ts'
import type { Source } from '../rule-set.ts'
import { field, list, sampledProcesses } from './fact.ts'
import { processesInForce } from './procedures.ts'
import { day, done, type Scope, usableFile } from './scope.ts'

/** `19/2014/qđ-ttg`, `101/qđ-bkhcn`, `63/2020/qh14`; a date (`05/3/2014`) has no letters and is none. */
const NUMBER = /(?<!\d)\d+\/(?:\d{4}\/)?\p{L}[\p{L}\d]*(?:-[\p{L}\d]+)*/u
const KIND = /^(?:tiêu chuẩn quốc gia|tiêu chuẩn)?\s*(?:số)?\s*:?\s*/u

/**
 * What of a citation says which document it is: its number and sign, wherever in the sentence the first one stands,
 * without spaces and in lower case; for a standard, which has none, its whole name.
 */
export function citedNumber(cited: string): string {
  const joined = cited
    .replace(/\s+/gu, ' ')
    .replace(/[‐-―]/gu, '-')
    .replace(/ ?\/ ?/gu, '/')
    .replace(/ ?- ?(?=\p{Lu})/gu, '-')
  // Ð (U+00D0) looks like Đ and is met in its place.
  const folded = foldName(joined).replaceAll('ð', 'đ')
  return (NUMBER.exec(folded)?.[0] ?? folded.replace(KIND, '')).replaceAll(' ', '')
}

/** The registered legal texts by number and by alias. */
function sourcesByNumber({ registers }: Scope): ReadonlyMap<string, Source> {
  return new Map(
    registers.ruleSet.sources.flatMap((source) =>
      [source.number ?? [], source.aliases ?? []]
        .flat()
        .map((number): [string, Source] => [citedNumber(number), source]),
    ),
  )
}

interface CitedText {
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

function citedTexts(scope: Scope, clock: Clock): readonly CitedText[] {
  const known = scope.derive(sourcesByNumber, clock)
  const { codes } = scope.derive(sampledProcesses, clock)
  const { sources } = scope.registers.ruleSet
  return scope.derive(processesInForce, clock).flatMap(({ process, index }) =>
    (process.legalBasis ?? []).flatMap((cited, at): CitedText[] => {
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
export const citedTextsList = list<CitedText>({
  label: { vi: 'căn cứ pháp lý nêu trong quy trình đang có hiệu lực', en: 'legal texts cited by processes in force' },
  items: citedTexts,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    cited: field('text', 'căn cứ pháp lý', 'legal text', (item: CitedText) => item.cited),
    process: field('text', 'mã quy trình', 'process code', (item: CitedText) => item.process),
    from: field('day', 'ngày văn bản có hiệu lực', 'first day in force', (item: CitedText) => day(item.source.from)),
    to: field('day', 'ngày văn bản hết hiệu lực', 'first day no longer in force', (item: CitedText) =>
      day(item.source.to),
    ),
    replacedBy: field('text', 'văn bản thay thế', 'text that replaces it', (item: CitedText) => item.replacedBy),
    // What is judged is the list of texts; the paper of the process is asked for where the process is judged.
    file: { ...field('file', 'tệp quy trình', 'file of the process', (item: CitedText) => item.file), asked: false },
    sampled: field(
      'flag',
      'tài liệu thuộc mẫu được yêu cầu nộp tệp',
      'file asked for, as one of the sample',
      (item: CitedText) => item.sampled,
    ),
  },
})

interface LegalChange {
  change: NonNullable<Manifest['legalChanges']>[number]
  index: number
  effectiveOn: Day
  /** Day it entered the QMS, when that has happened. */
  revisedOn: Day | undefined
  /** Processes it names that the agency does not list, or whose latest edition is older than that day. */
  notFollowed: readonly string[]
}

function legalChanges({ manifest }: Scope, clock: Clock): readonly LegalChange[] {
  const editions = editionsByCode(manifest)
  return (manifest.legalChanges ?? []).map((change, index) => {
    const revisedOn = done(change.revisedOn, clock)
    const follows = (code: string) => {
      const known = editions.get(code)
      if (known === undefined) return false
      const latest = change.repealed ? Math.max(known.tookEffect, known.withdrawn) : known.tookEffect
      return revisedOn === undefined || latest >= revisedOn
    }
    return {
      change,
      index,
      effectiveOn: toDay(change.effectiveOn),
      revisedOn,
      notFollowed: change.processes.filter((code) => !follows(code)),
    }
  })
}

/** The latest days on which an edition of a process took effect, and was withdrawn, by the whole code. */
function editionsByCode({ processes = [] }: Manifest): ReadonlyMap<string, { tookEffect: Day; withdrawn: Day }> {
  const latest = new Map<string, { tookEffect: Day; withdrawn: Day }>()
  for (const { code, effectiveOn, withdrawnOn } of processes) {
    const known = latest.get(code) ?? { tookEffect: 0, withdrawn: 0 }
    known.tookEffect = Math.max(known.tookEffect, toDay(effectiveOn))
    known.withdrawn = Math.max(known.withdrawn, day(withdrawnOn) ?? 0)
    latest.set(code, known)
  }
  return latest
}

/** The changes of legal documents that the agency lists, whatever the day. */
export const legalChangesList = list<LegalChange>({
  label: { vi: 'thay đổi của văn bản quy phạm pháp luật', en: 'changes of legal documents' },
  items: legalChanges,
  place: ({ index }) => ({ pointer: `/legalChanges/${index}` }),
  fields: {
    document: field(
      'text',
      'văn bản quy phạm pháp luật',
      'legal document',
      (item: LegalChange) => item.change.document,
    ),
    processes: field(
      'texts',
      'quy trình liên quan',
      'processes concerned',
      (item: LegalChange) => item.change.processes,
    ),
    notFollowed: field(
      'texts',
      'quy trình chưa có trong danh sách hoặc có lần ban hành trước ngày cập nhật',
      'processes not listed, or of an edition older than the change',
      (item: LegalChange) => item.notFollowed,
    ),
    notFollowedCount: field(
      'number',
      'số quy trình chưa sửa đổi theo văn bản',
      'processes that do not follow the change',
      (item: LegalChange) => item.notFollowed.length,
    ),
    effectiveOn: field(
      'day',
      'ngày văn bản có hiệu lực',
      'day it took effect',
      (item: LegalChange) => item.effectiveOn,
    ),
    revisedOn: field(
      'day',
      'ngày cập nhật vào Hệ thống quản lý chất lượng',
      'day it entered the system',
      (item: LegalChange) => item.revisedOn,
    ),
  },
})
