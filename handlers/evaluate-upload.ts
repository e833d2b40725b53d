import type { Stopwatch } from '../src/base/bytes.ts'
import { InputError } from '../src/base/errors.ts'
import type { ReadLimits } from '../src/bundle/container.ts'
import { dayInVietnam } from '../src/edge/day-in-vietnam.ts'
import { evaluateBundle, type Judge } from '../src/evaluation/evaluate-bundle.ts'
import type { Store } from '../src/store/store.ts'
import type { UploadEvent } from './events/parse-upload-events.ts'
import type { Log } from './log.ts'
import { ownTime } from './own-time.ts'
import { refusalKey } from './results/refusal-key.ts'
import { verdictKey } from './results/verdict-key.ts'

/** What the handler works with. */
export interface Tools {
  /** The bucket that an event names. */
  bundles(bucket: string): Store
  /** Where verdicts and refusals are kept. */
  verdicts: Store
  judge: Judge
  /** Key of the authority's catalogue in the bucket of the bundle; absent: each agency's own is used. */
  catalogueKey?: string | undefined
  limits: ReadLimits
  stopwatch: Stopwatch
  log: Log
}

/** What became of an upload; `present`: it had been judged before. */
export interface Evaluated {
  kind: 'verdict' | 'refusal' | 'gone'
  /** Where the verdict or the refusal is. */
  key?: string
  stored?: 'written' | 'present'
  /** Rules that crashed: faults of ours inside a verdict that stands without them. */
  faults: readonly { rule: string; fault: unknown }[]
}

/**
 * Judges an uploaded bundle as of the day it was uploaded and stores the verdict, or the refusal, unless it is there.
 * @throws StoreFault or any other fault of ours, after which the upload must be judged again
 */
export async function evaluateUpload(upload: UploadEvent, tools: Tools): Promise<Evaluated> {
  const { judge, limits } = tools
  const bundles = tools.bundles(upload.bucket)
  const object = await bundles.source(upload.key, upload)
  // Deleted before we came: nobody waits for its verdict, and trying again would not bring it back.
  if (object === undefined) return { kind: 'gone', faults: [] }
  const timed = ownTime(object, tools.stopwatch)
  const catalogue = await readCatalogue(bundles, tools.catalogueKey)
  const asOf = dayInVietnam(upload.on)
  const evaluation = await evaluateBundle({ ...timed, ...catalogue, asOf, judge, limits })
  const { kind, document } = evaluation
  // The catalogue is ours, not the sender's: its bundle must not be refused for it.
  if (kind === 'refusal' && document.code === 'catalogue-invalid') throw new InputError(document.message)
  const key = kind === 'verdict' ? verdictKey(document) : refusalKey(document, upload)
  const json = new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`)
  const stored = await tools.verdicts.putIfAbsent(key, json, 'application/json')
  return { kind, key, stored, faults: kind === 'verdict' ? evaluation.faults : [] }
}

async function readCatalogue(store: Store, key: string | undefined) {
  if (key === undefined) return {}
  const bytes = await store.read(key)
  if (bytes !== undefined) return { catalogue: { bytes, name: key } }
  throw new InputError({
    vi: `Biến môi trường AUTHORITY_CATALOGUE_KEY: '${key}' không có trong bucket chứa bộ hồ sơ. Đề nghị tải danh mục lên khóa đó, hoặc bỏ biến này để dùng danh mục của từng cơ quan.`,
    en: `Environment variable AUTHORITY_CATALOGUE_KEY: there is no '${key}' in the bucket of the bundles. Upload the catalogue there, or unset the variable to use each agency's own.`,
  })
}
