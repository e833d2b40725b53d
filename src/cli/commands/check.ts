import type { KeyObject } from 'node:crypto'
import { resolve } from 'node:path'
import { dayInVietnam } from '../../core/days.ts'
import { InputError, LANGUAGES, type Language } from '../../core/errors.ts'
import { ownProcessorTime } from '../../documents/process/usage.ts'
import type { ScansToRead } from '../../documents/reader.ts'
import { SCAN_BOUNDS } from '../../documents/settings.ts'
import { DEFAULT_LIMITS } from '../../intake/container.ts'
import { FORMATS, writeRefusal } from '../../render/formats.ts'
import { findProfile, type RuleSet } from '../../rules/rule-set.ts'
import type { Around, TaskTools } from '../../service/judging-tasks.ts'
import type { TaskInput } from '../../service/tasks.ts'
import { inTime, openWorkers, WORKER_BOUNDS } from '../../service/workers/service-workers.ts'
import type { Evaluation } from '../../verdict/pipeline.ts'
import { readSigningKey, signVerdict } from '../../verdict/signature.ts'
import { type BundleReading, withBundle } from '../bundles.ts'
import { chosenRules, engine, keyFile, readExceptionsFile, sentPerAgency } from '../load.ts'
import { dateArgument, EXIT, oneOf, readArguments } from '../options.ts'
import { progressLine, writeOutput } from '../output.ts'
import { CHECK, FAIL_ON } from '../tables/dossier.ts'
import { CHECK_TEXTS } from '../words.ts'

const TEXT_WIDTH = 100

/**
 * `qms-verdict check`: judges one bundle and prints the verdict, or the refusal.
 * @returns the exit code
 */
export async function check(args: string[]): Promise<number> {
  const options = checkOptions(args)
  const ruleSet = await chosenRules(options.rules, options.ruleSet)
  // Before the bundle is read and its scans are recognised, which may take minutes.
  findProfile(ruleSet, options.profile)
  const exceptions =
    options.exceptions === undefined ? undefined : await readExceptionsFile(options.exceptions, ruleSet)
  const trust = options.trust === undefined ? undefined : await trusted(options.trust)
  const signingKey = options.sign === undefined ? undefined : await keyFile(options.sign, readSigningKey)
  const judge = { ruleSet, profileId: options.profile, engine: await engine(), exceptions }
  const given = { catalogue: await sentPerAgency(options.catalogue), records: await sentPerAgency(options.records) }
  const scans = options.ocr ? scansShown(options.lang) : undefined
  const more = scans ? SCAN_BOUNDS.pages * SCAN_BOUNDS.milliseconds : 0
  const evaluate = oneBundle(
    { judge, trust, limits: DEFAULT_LIMITS, stopwatch: ownProcessorTime },
    more,
    options.formats.includes('html'),
  )
  const evaluation = await withBundle(
    options.bundle,
    options.lang,
    async (reading) => signed(await evaluate({ ...reading, ...given, asOf: options.asOf, scans }), signingKey),
    { more },
  ).finally(() => scans?.clear())
  await print(evaluation, options, ruleSet.source)
  if (evaluation.kind === 'refusal') return EXIT.notJudged
  for (const { rule, fault } of evaluation.faults) process.stderr.write(`${rule}: ${String(fault)}\n`)
  return exitCode(evaluation.document.status, options.failOn)
}

const trusted = async (path: string) => (await import('../../documents/signature/trust-folder.ts')).readTrustList(path)

interface OneBundle extends BundleReading, Pick<TaskInput<'evaluate'>, 'asOf' | 'catalogue' | 'records'> {
  scans: ScansToRead | undefined
}

/**
 * What reads a bundle and judges it, in a process that is ended beyond its bounds.
 * @param more milliseconds on the wall that reading may take for the sake of scans
 * @param pictures whether pictures are made of what a person has to look at
 */
function oneBundle(tools: TaskTools, more: number, pictures: boolean): (bundle: OneBundle) => Promise<Evaluation> {
  const wallTimes = WORKER_BOUNDS.wallTimes + more / WORKER_BOUNDS.milliseconds.reading
  return async ({ source, asOf, catalogue, records, scans, signal, progress }) => {
    const workers = openWorkers(tools, { judging: 1, asked: 0 }, { bounds: { ...WORKER_BOUNDS, wallTimes } })
    const [folder, file] = 'folder' in source ? [source.folder, undefined] : [undefined, source]
    const input = { folder: folder && resolve(folder), asOf, catalogue, records, scans: scans !== undefined, pictures }
    const told: Around['progress'] = (of, done, total) =>
      of === 'reading' ? progress?.(done, total) : scans?.progress?.(done, total)
    try {
      const { result } = await inTime((how) =>
        workers.run('evaluate', { ...input, ...how }, { source: file, signal, progress: told }),
      )
      return result
    } finally {
      workers.end()
    }
  }
}

/** Scans are recognised with a progress line of their own. */
function scansShown(lang: CheckOptions['lang']): ScansToRead & { clear(): void } {
  const { show, clear } = progressLine(lang, lang === 'vi' ? 'Đang nhận dạng chữ trên bản quét' : 'Recognising scans')
  return { progress: show, clear }
}

async function signed(evaluation: Evaluation, key: KeyObject | undefined): Promise<Evaluation> {
  if (key === undefined || evaluation.kind === 'refusal') return evaluation
  return { ...evaluation, document: await signVerdict(evaluation.document, key) }
}

async function print(evaluation: Evaluation, options: CheckOptions, ruleSet: RuleSet): Promise<void> {
  const { lang, output } = options
  const width = Math.min(process.stdout.columns ?? TEXT_WIDTH, 120)
  for (const name of options.formats) {
    const [stem, text, extension] = await written(name)
    if (output === undefined) process.stdout.write(text)
    else process.stderr.write(`${await writeOutput(output, `${stem}.${extension}`, text)}\n`)
  }

  async function written(name: string): Promise<[stem: string, text: string, extension: string]> {
    const format = FORMATS[name]
    if (evaluation.kind === 'refusal' || !format) {
      const form = name === 'json' ? 'json' : 'text'
      const document = evaluation.document as Extract<Evaluation, { kind: 'refusal' }>['document']
      return ['refusal', await writeRefusal(document, form, lang, width), form === 'json' ? 'json' : 'txt']
    }
    const { document, notices, pictures } = evaluation
    const write = await format.writer()
    return ['verdict', write(document, { ruleSet, lang, width, notices, pictures }), format.extension]
  }
}

function exitCode(status: string, failOn: CheckOptions['failOn']): number {
  const caught = {
    never: [],
    notMet: ['notMet', 'undetermined'],
    insufficientEvidence: ['notMet', 'undetermined', 'insufficientEvidence'],
  }
  return (caught[failOn] as string[]).includes(status) ? EXIT.caught : EXIT.ok
}

/** What `check` was asked to do, checked. */
export interface CheckOptions {
  bundle: string
  asOf: string
  profile: string
  /** File of the authority's, or folder with one for each agency. */
  catalogue: string | undefined
  records: string | undefined
  exceptions: string | undefined
  /** Folder, or file, of trusted certificates. */
  trust: string | undefined
  rules: string | undefined
  ruleSet: string | undefined
  formats: string[]
  output: string | undefined
  /** File of the private key to sign with. */
  sign: string | undefined
  lang: Language
  failOn: (typeof FAIL_ON)[number]
  /** Scans are recognised before the bundle is judged. */
  ocr: boolean
}

/**
 * Reads the arguments of `check`. Without `--as-of` the day is today in Asia/Ho_Chi_Minh.
 * @throws InputError saying which argument is wrong and what to write
 */
export function checkOptions(args: string[]): CheckOptions {
  const { values, positionals } = readArguments(args, CHECK.options)
  const [bundle, ...more] = positionals
  if (bundle === undefined || more.length > 0) throw new InputError(CHECK_TEXTS.exactlyOneBundleNeeded)
  const asOf = values['as-of']
  const formats = [...new Set(values.format ?? ['text'])].map((one) => oneOf('--format', one, Object.keys(FORMATS)))
  if (formats.length > 1 && values.output === undefined) throw new InputError(CHECK_TEXTS.severalFormatsNeedOutput)
  if (values.sign !== undefined && !formats.includes('json')) throw new InputError(CHECK_TEXTS.signSignsJsonDocument)
  return {
    bundle,
    asOf: asOf === undefined ? dayInVietnam(new Date().toISOString()) : dateArgument('--as-of', asOf),
    profile: values.profile,
    catalogue: values.catalogue,
    records: values.records,
    exceptions: values.exceptions,
    trust: values.trust,
    rules: values.rules,
    ruleSet: values['rule-set'],
    formats,
    output: values.output,
    sign: values.sign,
    lang: oneOf('--lang', values.lang, LANGUAGES),
    failOn: oneOf('--fail-on', values['fail-on'], FAIL_ON),
    ocr: !values['no-ocr'],
  }
}
