import { basename } from 'node:path'
import { dayInVietnam } from '../../core/days.ts'
import { InputError, LANGUAGES } from '../../core/errors.ts'
import { agencyCode } from '../../core/names.ts'
import { readAuthorityRecords } from '../../intake/authority-record.ts'
import { DEFAULT_LIMITS } from '../../intake/container.ts'
import { readInput } from '../../intake/input-file.ts'
import { createService } from '../../service/create-service.ts'
import { boundRecord, changeRecord } from '../../service/record-changes.ts'
import { EXIT, oneOf, readArguments } from '../options.ts'
import { folderStores, s3Stores } from '../serve/place.ts'
import { commandAudit, loadTrust, serviceJudge, servicePlace } from '../service-options.ts'
import { RECORD } from '../tables/service.ts'
import { RECORD_TEXTS } from '../words.ts'

/**
 * `qms-verdict record <file>`: puts what the authority knows of agencies where the service finds it, one object each, over
 * what was there. What a person saw or decided is bound to the sections of the last dossier it is about: it lapses when
 * they change.
 * @returns the exit code
 */
export async function record(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, RECORD.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new InputError(RECORD_TEXTS.exactlyOneFileNeeded)
  const reading = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }
  const records = await readAuthorityRecords({ name: basename(file), bytes: await readInput(file) }, reading)
  const given = { values, environment: process.env }
  const place = servicePlace(given)
  const stores = 'folder' in place ? folderStores(place.folder) : s3Stores(place.s3)
  const judge = await serviceJudge(values)
  const service = createService({ ...stores, judge, trust: await loadTrust(given), ...reading })
  const audited = commandAudit(values)
  for (const one of records) {
    const code = agencyCode(one.agency)
    const bound = await boundRecord(one, service, dayInVietnam(new Date().toISOString()))
    await changeRecord(code, stores.bundles, () => bound)
    await audited({ action: 'record-written', agency: code, what: { file: basename(file) } })
    process.stdout.write(lang === 'vi' ? `${code}\tđã lưu bản ghi\n` : `${code}\trecord stored\n`)
  }
  return EXIT.ok
}
