import { InputError, LANGUAGES, type Language, type Localized, withValues } from '../../core/errors.ts'
import { type ErasedUpload, eraseUpload } from '../../service/erase.ts'
import { type Swept, sweepKept } from '../../service/keeping.ts'
import type { Log } from '../../service/log.ts'
import { EXIT, oneOf, processClock, readArguments } from '../options.ts'
import { folderStores, s3Stores } from '../serve/place.ts'
import { commandAudit, keepDays, operator, servicePlace } from '../service-options.ts'
import { ERASE, SWEEP } from '../tables/service.ts'
import { ERASE_TEXTS, SWEEP_NOTHING as NOTHING, SWEEP_WORDS } from '../words.ts'
import { codeOf, reasonOf, uploadIdOf } from './judge-again.ts'

/**
 * `qms-verdict erase --agency CODE --upload ID --reason …`: removes a bundle and what was read of it, and leaves a
 * tombstone. Cut short, it is ended by running it again.
 * @returns the exit code
 */
export async function erase(args: string[]): Promise<number> {
  const { values } = readArguments(args, ERASE.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const { agency, upload } = values
  if (agency === undefined || upload === undefined) throw new InputError(ERASE_TEXTS.agencyCodeUploadId)
  const code = codeOf(agency)
  const on = processClock(process.env).now().toISOString()
  const run = { uploadId: uploadIdOf(upload), reason: reasonOf(values.reason), by: operator(), on }
  const place = servicePlace({ values, environment: process.env })
  const stores = 'folder' in place ? folderStores(place.folder) : s3Stores(place.s3)
  const erased = await eraseUpload(code, run, stores)
  if (erased.length === 0) throw nothingThere(code, run.uploadId)
  await commandAudit(values)({ action: 'erased', agency: code, what: { reason: run.reason, uploads: erased.length } })
  for (const one of erased) process.stdout.write(`${told(one, run.uploadId, lang)}\n`)
  return EXIT.ok
}

const nothingThere = (code: string, uploadId: string) =>
  new InputError(withValues(ERASE_TEXTS.agencyNoUploadLook, { code, uploadId }))

function told({ tombstone, removed, locked }: ErasedUpload, asked: string, lang: Language): string {
  const { uploadId } = tombstone
  const vi = lang === 'vi'
  const lines = [
    vi ? `${uploadId}\tđã xóa\t${removed} tệp` : `${uploadId}\terased\tfiles: ${removed}`,
    ...locked.map((key) =>
      vi
        ? `${key}\tcòn trong thời hạn khóa: chỉ còn bản không có nội dung hồ sơ; dữ liệu cũ bị xóa khi hết khóa`
        : `${key}\tstill locked: a form without names stands; the earlier bytes go when the lock ends`,
    ),
  ]
  if (uploadId !== asked)
    lines.push(vi ? `${uploadId}\tcùng một bộ hồ sơ với ${asked}` : `${uploadId}\tthe same bundle as ${asked}`)
  return lines.join('\n')
}

const WORDS: Readonly<Record<keyof Swept, Localized>> = SWEEP_WORDS

/**
 * `qms-verdict sweep --keep-bundles DAYS …`: removes once what was kept as long as it is to be, and prints what went.
 * @returns the exit code: 1 when something could not be removed or listed
 */
export async function sweep(args: string[]): Promise<number> {
  const { values } = readArguments(args, SWEEP.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const keep = keepDays({ values })
  const place = servicePlace({ values, environment: process.env })
  const stores = 'folder' in place ? folderStores(place.folder) : s3Stores(place.s3)
  const dry = values['dry-run']
  let isWhole = true
  const log: Log = (level, event, fields = {}) => {
    if (level === 'info') process.stdout.write(`${event}\t${fields.key}\t${fields.modified}\n`)
    else {
      isWhole = false
      process.stderr.write(`${event}\t${fields.key ?? fields.prefix}\t${JSON.stringify(fields.fault)}\n`)
    }
  }
  const swept = await sweepKept(stores, keep, { now: processClock(process.env).now(), log, dry })
  const counts = Object.entries(swept) as [keyof Swept, number][]
  for (const [kind, count] of counts) process.stdout.write(`${count}\t${WORDS[kind][lang]}\n`)
  if (counts.length === 0) process.stdout.write(`${NOTHING[lang]}\n`)
  else if (!dry) await commandAudit(values)({ action: 'swept', what: swept })
  return isWhole ? EXIT.ok : EXIT.caught
}
