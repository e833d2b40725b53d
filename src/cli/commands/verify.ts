import { basename } from 'node:path'
import { InputError, LANGUAGES, type Language } from '../../core/errors.ts'
import { fromPointer, own } from '../../core/json.ts'
import { SCAN_BOUNDS } from '../../documents/settings.ts'
import { readTrustList } from '../../documents/signature/trust-folder.ts'
import { readInput } from '../../intake/input-file.ts'
import { registerWords } from '../../province/bundle-screening.ts'
import { readVerifyingKey } from '../../verdict/signature.ts'
import { type Verification, verifyVerdict } from '../../verdict/verify.ts'
import { withBundle } from '../bundles.ts'
import { chosenRules, engine, keyFile, perAgency, readExceptionsFile, readRegisterFile } from '../load.ts'
import { EXIT, oneOf, readArguments } from '../options.ts'
import { VERIFY } from '../tables/dossier.ts'
import { VERIFY_TEXTS } from '../words.ts'

/**
 * `qms-verdict verify <verdict.json> --bundle B`: says whether a stored verdict is intact, and whether the same one
 * comes out again.
 * @returns the exit code: 0 the same; 1 intact, but not the same or not all it was made with was given; 2 unusable
 */
export async function verify(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, VERIFY.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const [file, ...more] = positionals
  const { bundle, exceptions, 'rule-set': ruleSet } = values
  if (file === undefined || more.length > 0 || bundle === undefined) throw usage()
  const key = values.key === undefined ? undefined : await keyFile(values.key, readVerifyingKey)
  const given = {
    file: { bytes: await readInput(file), name: basename(file) },
    key,
    ruleSet: () => chosenRules(undefined, ruleSet),
    shipped: ruleSet === undefined,
    catalogue: await perAgency(values.catalogue),
    records: await perAgency(values.records),
    register: await registerAt(values.register),
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

/** What the register tells of an agency, by its code; columns it does not know are no matter here. */
async function registerAt(file: string | undefined) {
  if (file === undefined) return undefined
  const words = registerWords(await readRegisterFile(file))
  return (code: string) => own(words, code)
}

const usage = () => new InputError(VERIFY_TEXTS.verdictBundleNeededQms)

/** Differing places that are shown; all are counted. */
const SHOWN = 12
/** Long enough for a hash. */
const VALUE_LENGTH = 70

type DifferencePlace = Verification['differences'][number]

/** What verifying came to, as a person reads it: what was found, then where the verdict differs. */
export function verificationText({ statements, differences, document }: Verification, lang: Language): string {
  const shown = differences.slice(0, SHOWN)
  const [some, all] = [shown.length, differences.length]
  const more = lang === 'vi' ? `  (nêu ${some} trong ${all} chỗ)` : `  (${some} of ${all} shown)`
  const lines = [
    ...statements.map(({ text }) => text[lang]),
    ...shown.map((place) => placeLine(place, document, lang)),
    ...(some < all ? [more] : []),
  ]
  return `${lines.join('\n')}\n`
}

function placeLine(
  { pointer, stated, found }: DifferencePlace,
  document: Verification['document'],
  lang: Language,
): string {
  const rule = ruleAt(pointer, document)
  const words = lang === 'vi' ? ['trong tệp', 'đánh giá lại'] : ['in the file', 'judged again']
  const sides = [stated, found].map((value, at) => `${words[at]} ${show(value, lang)}`)
  return `  ${pointer}${rule === undefined ? '' : ` (${rule})`}: ${sides.join(', ')}`
}

/** The rule of a finding whose place is told, as the file names it. */
function ruleAt(pointer: string, document: Verification['document']): string | undefined {
  const [section, index] = fromPointer(pointer)
  if (section !== 'findings') return undefined
  const findings = document?.findings
  const finding: unknown = Array.isArray(findings) ? findings[Number(index)] : undefined
  if (typeof finding !== 'object' || finding === null || !('rule' in finding)) return undefined
  return typeof finding.rule === 'string' ? finding.rule : undefined
}

function show(value: unknown, lang: Language): string {
  if (value === undefined) return lang === 'vi' ? 'không có' : 'absent'
  const text = [...JSON.stringify(value)]
  return text.length <= VALUE_LENGTH ? text.join('') : `${text.slice(0, VALUE_LENGTH).join('')}…`
}
