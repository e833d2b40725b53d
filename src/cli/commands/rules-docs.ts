import { InputError } from '../../core/errors.ts'
import { rulePages } from '../../render/rules/pages.ts'
import { ruleBook } from '../load.ts'
import { EXIT, readArguments } from '../options.ts'
import { writeOutput } from '../output.ts'
import { RULES_DOCS } from '../tables/rules.ts'

/** `qms-verdict rules docs --output DIR`: writes the rules as pages for a legal officer, in both languages. */
export async function rulesDocs(args: string[]): Promise<number> {
  const { values } = readArguments(args, RULES_DOCS.options)
  if (values.output === undefined)
    throw new InputError({
      vi: 'Cần --output <thư-mục> để ghi các trang.',
      en: '--output <folder> is needed to write the pages to.',
    })
  const { loaded, tests } = await ruleBook(values.rules, undefined)
  for (const [name, text] of rulePages(loaded.source, tests))
    process.stdout.write(`${await writeOutput(values.output, name, text)}\n`)
  return EXIT.ok
}
