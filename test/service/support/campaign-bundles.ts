import { zipSync } from 'fflate'
import { BoundedMemo } from '../../../src/core/async.ts'
import { bytesInMemory } from '../../../src/core/files.ts'
import { sha256 } from '../../../src/core/json.ts'
import type { Around } from '../../../src/service/judging-tasks.ts'
import type { PieceRead } from '../../../src/service/scan-tasks.ts'
import type { TaskInput, TaskName, Workers } from '../../../src/service/tasks.ts'
import { said, scanned } from './scanned.ts'

export const CODES = ['H61.12', 'H61.13', 'H61.14']

/** Stands in the manifest and in a scan of every bundle that turns out to bear a stamp of secrecy, and nowhere else. */
export const MARK = 'Ngô Thị Đánh Dấu'

/** What is sent in of an agency. */
interface CampaignBundles {
  plain: Uint8Array
  /** With scans; some files are in several of them. */
  scanned: readonly Uint8Array[]
  /** A scan of it bears a stamp. */
  stamped: Uint8Array
}

/** What recognising each file comes to, by its hash. */
const READ = new Map<string, PieceRead>()

function paper(shade: number, read: PieceRead): Uint8Array {
  const bytes = scanned(shade)
  READ.set(sha256(bytes), read)
  return bytes
}

/** All that agencies send in, by their code. */
export function campaignBundles(manifest: { agency: object }): ReadonlyMap<string, CampaignBundles> {
  const shared = paper(0, said(['BIÊN BẢN', 'Xem xét của lãnh đạo']))
  return new Map(
    CODES.map((code) => {
      const of = (papers: Record<string, Uint8Array>, more: object = {}) => {
        const own = { ...manifest, agency: { ...manifest.agency, code, ...more } }
        return zipSync({ 'manifest.json': new TextEncoder().encode(JSON.stringify(own)), ...papers })
      }
      const head = { heads: [{ name: MARK, title: 'Giám đốc' }] }
      const bundles = {
        plain: of({}),
        scanned: [
          of({ 'a.pdf': shared }),
          of({ 'a.pdf': shared, 'b.pdf': paper(1, said(['QUYẾT ĐỊNH', 'Số: 88/QĐ-STP'])) }),
          of({ 'c.pdf': paper(2, said(['KẾ HOẠCH'])), 'd.pdf': paper(3, said(['BÁO CÁO'])), 'e.pdf': shared }),
        ],
        stamped: of({ 'f.pdf': paper(4, said(['KẾ HOẠCH', MARK])), 'g.pdf': paper(5, { stamped: true }) }, head),
      }
      return [code, bundles] as const
    }),
  )
}

/**
 * Judges in this process, the same facts on the same day once: what is tried is what becomes of verdicts, and the rest of a
 * campaign would be spent on coming to the same ones. Bundles with scans are read once each, and what is in a scan is known.
 */
export function remembering(workers: Workers, bundles: ReadonlyMap<string, CampaignBundles>): Workers {
  const known = new BoundedMemo<string, Promise<unknown>>(2000)
  const withScans = new Set([...bundles.values()].flatMap(({ scanned, stamped }) => [...scanned, stamped]).map(sha256))
  const sizes = new Set(
    [...bundles.values()].flatMap(({ scanned, stamped }) => [...scanned, stamped].map(({ length }) => length)),
  )
  async function run<N extends TaskName>(task: N, input: TaskInput<N>, around: Around = {}): Promise<unknown> {
    const once = (key: string, act: () => Promise<unknown> = () => workers.run(task, input, around)) =>
      known.get(key, act)
    const { source } = around
    if (task === 'judge') {
      const { facts, ...how } = input as TaskInput<'judge'>
      return once(`judge ${sha256(facts.bytes)} ${JSON.stringify(how)}`)
    }
    if (task === 'page') {
      const { verdict, lang } = input as TaskInput<'page'>
      return once(`page ${verdict.digest} ${lang}`)
    }
    if (task === 'scan') {
      // It may fail as reading the bundle does.
      await source?.read(0, 1)
      return READ.get((input as TaskInput<'scan'>).sha256)
    }
    if (source === undefined || !sizes.has(source.size)) return workers.run(task, input, around)
    const bytes = await source.read(0, source.size)
    const hash = sha256(bytes)
    if (!withScans.has(hash)) return workers.run(task, input, around)
    const again = () => workers.run(task, input, { ...around, source: bytesInMemory(bytes) })
    if (task === 'pictures') return once(`pictures ${(input as TaskInput<'pictures'>).verdict.digest}`, again)
    return once(`${task} ${hash} ${JSON.stringify(input)}`, again)
  }
  return { run: run as Workers['run'] }
}
