import type { KeyObject } from 'node:crypto'
import { basename } from 'node:path'
import { type Evaluation, evaluateBundle } from '../../evaluation/evaluate-bundle.ts'
import { readSigningKey, signVerdict } from '../../evaluation/signature.ts'
import type { ScansToRead } from '../../evidence/read-documents.ts'
import { SCAN_BOUNDS } from '../../evidence/recognize-scan.ts'
import { readTrustList } from '../../evidence/signature/read-trust-list.ts'
import { FORMATS, writeRefusal } from '../../report/formats.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import { EXIT } from '../exit.ts'
import { keyFile } from '../key-file.ts'
import { chosenRules, engine, readInput } from '../load.ts'
import { progressLine } from '../progress.ts'
import { readExceptionsFile } from '../read-exceptions.ts'
import { withBundle } from '../with-bundle.ts'
import { writeOutput } from '../write-output.ts'
import { type CheckOptions, checkOptions } from './check-options.ts'

const TEXT_WIDTH = 100

/**
 * `qms-verdict check`: judges one bundle and prints the verdict, or the refusal.
 * @returns the exit code
 */
export async function check(args: string[]): Promise<number> {
  const options = checkOptions(args)
  const ruleSet = await chosenRules(options.rules, options.ruleSet)
  const exceptions =
    options.exceptions === undefined ? undefined : await readExceptionsFile(options.exceptions, ruleSet)
  const { catalogue } = options
  const trust = options.trust === undefined ? undefined : await readTrustList(options.trust)
  const signingKey = options.sign === undefined ? undefined : await keyFile(options.sign, readSigningKey)
  const judge = { ruleSet, profileId: options.profile, engine: await engine(), exceptions }
  const given = catalogue === undefined ? undefined : { bytes: await readInput(catalogue), name: basename(catalogue) }
  const scans = options.ocr ? scansShown(options.lang) : undefined
  const evaluation = await withBundle(
    options.bundle,
    options.lang,
    async (reading) =>
      signed(
        await evaluateBundle({
          ...reading,
          catalogue: given,
          asOf: options.asOf,
          judge,
          scans,
          ...(trust && { trust }),
        }),
        signingKey,
      ),
    scans ? { more: SCAN_BOUNDS.pages * SCAN_BOUNDS.milliseconds } : {},
  ).finally(() => scans?.clear())
  await print(evaluation, options, ruleSet.source)
  if (evaluation.kind === 'refusal') return EXIT.notJudged
  for (const { rule, fault } of evaluation.faults) process.stderr.write(`${rule}: ${String(fault)}\n`)
  return exitCode(evaluation.document.status, options.failOn)
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
    const [stem, text, extension] = written(name)
    if (output === undefined) process.stdout.write(text)
    else process.stderr.write(`${await writeOutput(output, `${stem}.${extension}`, text)}\n`)
  }

  function written(name: string): [stem: string, text: string, extension: string] {
    const format = FORMATS[name]
    if (evaluation.kind === 'refusal' || !format) {
      const form = name === 'json' ? 'json' : 'text'
      const document = evaluation.document as Extract<Evaluation, { kind: 'refusal' }>['document']
      return ['refusal', writeRefusal(document, form, lang, width), form === 'json' ? 'json' : 'txt']
    }
    const { document, notices } = evaluation
    return ['verdict', format.write(document, { ruleSet, lang, width, notices }), format.extension]
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
