import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { InputError } from '../../src/base/errors.ts'
import type { Judge } from '../../src/evaluation/evaluate-bundle.ts'
import { vocabulary } from '../../src/facts/vocabulary.ts'
import { readPublished } from '../../src/rules/publish.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'

/**
 * What judges, by the published rule set in a file.
 * @throws InputError when the file cannot be read or is no rule set that this engine can judge by
 */
export async function loadJudge(file: string, profileId: string): Promise<Judge> {
  const ruleSet = readPublished(await readText(file), basename(file), vocabulary as Vocabulary<unknown>)
  const engine = { name: packageJson.name, version: packageJson.version }
  return { ruleSet, profileId, engine }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new InputError(
      {
        vi: `Biến môi trường RULE_SET: không đọc được bộ quy tắc '${file}'. Đề nghị đặt tệp vào đó, hoặc đóng gói lại bằng lệnh npm run build.`,
        en: `Environment variable RULE_SET: the rule set '${file}' cannot be read. Put the file there, or build the package again with npm run build.`,
      },
      { cause },
    )
  }
}
