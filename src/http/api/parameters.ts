import type { Context } from 'hono'
import * as z from 'zod'
import { LANGUAGES, type Localized } from '../../core/errors.ts'
import { isUploadId, partsOfVerdictId } from '../../service/keys.ts'
import { PROBLEMS, parameterProblem, type Slug } from '../problems.ts'
import { toAgencyCode } from '../sign-in/caller.ts'
import { PARAMETERS_ONCE as ONCE, PARAMETERS_ONLY_LANG as ONLY_LANG, PARAMETERS_TEXTS } from './words.ts'

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
    expected: PARAMETERS_TEXTS.agencySIdentificationCode,
    example: 'H61.12',
  },
  uploadId: {
    schema: z.string().refine(isUploadId),
    expected: PARAMETERS_TEXTS.idUploadAsService,
    example: '20260305T020000000Z-1a2b3c4d',
  },
  verdictId: {
    schema: z.string().refine(isVerdictId),
    expected: PARAMETERS_TEXTS.idUploadSuchAs,
    example: 'recheck-2027',
  },
  year: {
    schema: z
      .string()
      .regex(/^2[01]\d{2}$/)
      .transform(Number),
    expected: PARAMETERS_TEXTS.yearInFourDigits,
    example: '2026',
  },
  slug: {
    schema: z.enum(Object.keys(PROBLEMS) as Slug[]),
    expected: PARAMETERS_TEXTS.kindProblemAsStands,
    example: 'no-verdict',
  },
  lang: {
    schema: z.enum(LANGUAGES),
    expected: PARAMETERS_TEXTS.viVietnameseOrEn,
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
