import { basename } from 'node:path'
import { InputError } from '../../base/errors.ts'
import { LANGUAGES } from '../../base/localized.ts'
import { readVerifyingKey } from '../../evaluation/signature.ts'
import { verifyVerdict } from '../../evaluation/verify.ts'
import { SCAN_BOUNDS } from '../../evidence/recognize-scan.ts'
import { readTrustList } from '../../evidence/signature/read-trust-list.ts'
import { oneOf, readArguments } from '../arguments.ts'
import { EXIT } from '../exit.ts'
import { keyFile } from '../key-file.ts'
import { chosenRules, engine, readInput } from '../load.ts'
import { readExceptionsFile } from '../read-exceptions.ts'
import { verificationText } from '../verification-text.ts'
import { withBundle } from '../with-bundle.ts'

/**
 * `qms-verdict verify <verdict.json> --bundle B`: says whether a stored verdict is intact, and whether the same one
 * comes out again.
 * @returns the exit code: 0 the same; 1 intact, but not the same or not all it was made with was given; 2 unusable
 */
export async function verify(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    bundle: { type: 'string' },
    'rule-set': { type: 'string' },
    catalogue: { type: 'string' },
    exceptions: { type: 'string' },
    trust: { type: 'string' },
    key: { type: 'string' },
    lang: { type: 'string', default: 'vi' },
  })
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const [file, ...more] = positionals
  const { bundle, catalogue, exceptions, 'rule-set': ruleSet } = values
  if (file === undefined || more.length > 0 || bundle === undefined) throw usage()
  const key = values.key === undefined ? undefined : await keyFile(values.key, readVerifyingKey)
  const given = {
    file: { bytes: await readInput(file), name: basename(file) },
    key,
    ruleSet: () => chosenRules(undefined, ruleSet),
    shipped: ruleSet === undefined,
    catalogue: catalogue === undefined ? undefined : { bytes: await readInput(catalogue), name: basename(catalogue) },
    ...(exceptions !== undefined && {
      exceptions: (rules: Awaited<ReturnType<typeof chosenRules>>) => readExceptionsFile(exceptions, rules),
    }),
    ...(values.trust !== undefined && { trust: await readTrustList(values.trust) }),
    engine: await engine(),
  }
  const verification = await withBundle(bundle, lang, (reading) => verifyVerdict({ ...given, ...reading, scans: {} }), {
    more: SCAN_BOUNDS.pages * SCAN_BOUNDS.milliseconds,
  })
  process.stdout.write(verificationText(verification, lang))
  return { same: EXIT.ok, differs: EXIT.caught, unusable: EXIT.notJudged }[verification.result]
}

const usage = () =>
  new InputError({
    vi: 'Cần một tệp kết quả và bộ hồ sơ của nó: qms-verdict verify <kết-quả.json> --bundle <bộ-hồ-sơ.zip | thư-mục>.',
    en: 'A verdict and its bundle are needed: qms-verdict verify <verdict.json> --bundle <bundle.zip | folder>.',
  })
