import type { Context } from 'hono'
import * as z from 'zod'
import { LANGUAGES, type Localized } from '../../core/errors.ts'
import { isUploadId, partsOfVerdictId } from '../../service/keys.ts'
import { PROBLEMS, parameterProblem, type Slug } from '../problems.ts'
import { toAgencyCode } from '../sign-in/caller.ts'
import { PARAMETERS_ONCE as ONCE, PARAMETERS_ONLY_LANG as ONLY_LANG } from './words.ts'

function isVerdictId(text: string): boolean {
  const { name } = partsOfVerdictId(text)
  return isUploadId(name) || /^recheck-\d{4}$/.test(name)
}

/** Every parameter of the API: its form, and how it is told to write it. */
export const PARAMETERS = {
  code: {
    schema: z.string().transform((text, context) => {
      const code = toAgencyCode(text)
      if (code !== undefined) return code
      context.addIssue('agency code')
      return z.NEVER
    }),
    expected: {
      vi: 'mã định danh của cơ quan theo Quyết định số 20/2020/QĐ-TTg, ví dụ H61.12',
      en: "the agency's identification code by Decision 20/2020/QĐ-TTg, such as H61.12",
    },
    example: 'H61.12',
  },
  uploadId: {
    schema: z.string().refine(isUploadId),
    expected: {
      vi: 'mã lần nộp như dịch vụ đã trả về, ví dụ 20260305T020000000Z-1a2b3c4d',
      en: 'the id of an upload as the service gave it, such as 20260305T020000000Z-1a2b3c4d',
    },
    example: '20260305T020000000Z-1a2b3c4d',
  },
  verdictId: {
    schema: z.string().refine(isVerdictId),
    expected: {
      vi: 'mã lần nộp (ví dụ 20260305T020000000Z-1a2b3c4d) hoặc recheck-<năm> (ví dụ recheck-2027); thêm -v1 để xem kết quả đã được thay thế',
      en: 'the id of an upload (such as 20260305T020000000Z-1a2b3c4d) or recheck-<year> (such as recheck-2027); with -v1 at its end, the result that was replaced',
    },
    example: 'recheck-2027',
  },
  year: {
    schema: z
      .string()
      .regex(/^2[01]\d{2}$/)
      .transform(Number),
    expected: { vi: 'năm gồm bốn chữ số, ví dụ 2026', en: 'a year in four digits, such as 2026' },
    example: '2026',
  },
  slug: {
    schema: z.enum(Object.keys(PROBLEMS) as Slug[]),
    expected: {
      vi: 'loại vấn đề như trong trường type của thông báo, ví dụ no-verdict',
      en: 'a kind of problem as it stands in the type of an answer, such as no-verdict',
    },
    example: 'no-verdict',
  },
  lang: {
    schema: z.enum(LANGUAGES),
    expected: { vi: 'vi (tiếng Việt) hoặc en (tiếng Anh)', en: 'vi (Vietnamese) or en (English)' },
    example: 'vi',
  },
} as const satisfies Record<string, { schema: z.ZodType; expected: Localized; example: string }>

export type ParameterName = keyof typeof PARAMETERS

type Value<Name extends ParameterName> = z.output<(typeof PARAMETERS)[Name]['schema']>

/**
 * A parameter of the path.
 * @throws Problem when it is not of its form
 */
export function pathParameter<Name extends ParameterName>(context: Context, name: Name): Value<Name> {
  return read(name, context.req.param(name) ?? '')
}

/**
 * Checks the query, in which every route knows `lang` alone.
 * @throws Problem naming a parameter that is not known, given twice, or not of its form
 */
export function checkQuery(context: Context): void {
  for (const [name, values] of Object.entries(context.req.queries())) {
    const [value = '', ...more] = values
    if (name !== 'lang') throw parameterProblem(name, value, ONLY_LANG)
    if (more.length > 0) throw parameterProblem(name, values.join('&'), ONCE)
    read(name, value)
  }
}

function read<Name extends ParameterName>(name: Name, text: string): Value<Name> {
  const { schema, expected } = PARAMETERS[name]
  const parsed = schema.safeParse(text)
  if (!parsed.success) throw parameterProblem(name, text, expected)
  return parsed.data as Value<Name>
}
