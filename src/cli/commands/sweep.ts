import { LANGUAGES, type Localized } from '../../core/errors.ts'
import { type Swept, sweepKept } from '../../service/keeping.ts'
import type { Log } from '../../service/log.ts'
import { processClock } from '../clock.ts'
import { EXIT, oneOf, readArguments } from '../options.ts'
import { folderStores, s3Stores } from '../serve/place.ts'
import { commandAudit, keepDays, servicePlace } from '../service-options.ts'
import { SWEEP } from '../tables/service.ts'
import { SWEEP_NOTHING as NOTHING, SWEEP_WORDS } from '../words.ts'

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
