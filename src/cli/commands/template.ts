import { writeFile } from 'node:fs/promises'
import { InputError, withValues } from '../../core/errors.ts'
import { writeWorkbook } from '../../render/workbook/workbook.ts'
import { EXIT, readArguments } from '../options.ts'
import { TEMPLATE } from '../tables/dossier.ts'
import { TEMPLATE_TEXTS } from '../words.ts'

/**
 * `qms-verdict template [--output FILE]`: writes the workbook an agency fills in as its manifest, and prints its path. A
 * file that is there is never overwritten: it may be filled in.
 */
export async function template(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, TEMPLATE.options)
  const [extra] = positionals
  if (extra !== undefined) throw new InputError(withValues(TEMPLATE_TEXTS.templateTakesNoName, { extra }))
  const path = values.output
  try {
    await writeFile(path, await writeWorkbook(), { flag: 'wx' })
  } catch (cause) {
    throw notWritten(path, cause)
  }
  process.stdout.write(`${path}\n`)
  return EXIT.ok
}

function notWritten(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === undefined) return cause
  if (code === 'EEXIST') return new InputError(withValues(TEMPLATE_TEXTS.alreadyMayFilledIn, { path }), { cause })
  return new InputError(withValues(TEMPLATE_TEXTS.cannotWritten, { path }), { cause })
}
