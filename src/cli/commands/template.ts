import { writeFile } from 'node:fs/promises'
import { InputError } from '../../core/errors.ts'
import { writeWorkbook } from '../../render/workbook/workbook.ts'
import { EXIT, readArguments } from '../options.ts'
import { TEMPLATE } from '../tables/dossier.ts'

/**
 * `qms-verdict template [--output FILE]`: writes the workbook an agency fills in as its manifest, and prints its path. A
 * file that is there is never overwritten: it may be filled in.
 */
export async function template(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, TEMPLATE.options)
  const [extra] = positionals
  if (extra !== undefined)
    throw new InputError({
      vi: `Lệnh template không nhận '${extra}'. Ghi tên tệp sau --output.`,
      en: `template takes no '${extra}'. Name the file after --output.`,
    })
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
  if (code === 'EEXIST')
    return new InputError(
      {
        vi: `Đã có tệp '${path}', có thể đã được khai; không ghi đè. Chọn tên khác bằng --output.`,
        en: `'${path}' is there already and may be filled in; it is not overwritten. Choose another name with --output.`,
      },
      { cause },
    )
  return new InputError({ vi: `Không ghi được '${path}'.`, en: `'${path}' cannot be written.` }, { cause })
}
