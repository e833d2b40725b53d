import { readFile } from 'node:fs/promises'
import packageJson from '../../package.json' with { type: 'json' }
import { InputError } from '../../src/base/errors.ts'
import type { Judge } from '../../src/evaluation/evaluate-bundle.ts'
import { vocabulary } from '../../src/facts/vocabulary.ts'
import { buildRule } from '../../src/rules/build-rule.ts'
import { type RuleSet, ruleSetHash } from '../../src/rules/rule-set.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'

/**
 * What judges, from a rule set that the build has checked and written as one JSON file.
 * @throws InputError when the file cannot be read or is not of this version of the program
 */
export async function loadJudge(file: string, profileId: string): Promise<Judge> {
  const source = await readRuleSet(file)
  const rules = source.rules.map((rule) =>
    buildRule(rule, vocabulary as Vocabulary<unknown>, (_path, text) => {
      throw new InputError({ vi: `${file}: ${rule.id}: ${text.vi}`, en: `${file}: ${rule.id}: ${text.en}` })
    }),
  )
  const engine = { name: packageJson.name, version: packageJson.version }
  return { ruleSet: { source, sha256: ruleSetHash(source), rules }, profileId, engine }
}

async function readRuleSet(file: string): Promise<RuleSet> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new InputError(
      {
        vi: `Biến môi trường RULE_SET: không đọc được bộ quy tắc '${file}'. Đề nghị đóng gói lại bằng lệnh npm run build.`,
        en: `Environment variable RULE_SET: the rule set '${file}' cannot be read. Build the package again with npm run build.`,
      },
      { cause },
    )
  }
}
