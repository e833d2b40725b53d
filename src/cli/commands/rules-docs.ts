import { InputError } from '../../base/errors.ts'
import { rulePages } from '../../report/rules/pages.ts'
import { readArguments } from '../arguments.ts'
import { EXIT } from '../exit.ts'
import { ruleBook } from '../rule-book.ts'
import { writeOutput } from '../write-output.ts'

/** `qms-verdict rules docs --output DIR`: writes the rules as pages for a legal officer, in both languages. */
export async function rulesDocs(args: string[]): Promise<number> {
  const { values } = readArguments(args, {
    rules: { type: 'string' },
    output: { type: 'string' },
    lang: { type: 'string' },
  })
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
