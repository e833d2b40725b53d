import { InputError } from '../../base/errors.ts'
import { type Prescreen, prescreen } from '../../cohort/prescreen.ts'
import { schemaProblems } from '../../rules/schema-issues.ts'
import { readInput } from '../load.ts'

/**
 * A pre-screening document from a file named on the command line.
 * @throws InputError when it cannot be read or is none, saying where
 */
export async function readPrescreen(file: string): Promise<Prescreen> {
  const parsed = prescreen.safeParse(parsedJson(file, new TextDecoder().decode(await readInput(file))), {
    reportInput: true,
  })
  if (parsed.success) return parsed.data
  const places = schemaProblems(prescreen, parsed.error).map(({ path, text }) => ({ at: `/${path.join('/')}`, text }))
  throw new InputError({
    vi: places.map(({ at, text }) => `${file} tại ${at}: ${text.vi}`).join('\n'),
    en: places.map(({ at, text }) => `${file} at ${at}: ${text.en}`).join('\n'),
  })
}

function parsedJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new InputError(
      {
        vi: `Tệp '${file}' không phải JSON. Dùng tệp do qms-verdict prescreen --format json ghi ra.`,
        en: `The file '${file}' is no JSON. Use one that qms-verdict prescreen --format json wrote.`,
      },
      { cause },
    )
  }
}
