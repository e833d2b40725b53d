import type { Context } from 'hono'
import type * as z from 'zod'
import { parameterProblem } from '../problems/problem.ts'
import { PARAMETERS, type ParameterName } from './parameters.ts'

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

const ONLY_LANG = { vi: "riêng tham số 'lang'", en: "the parameter 'lang' alone" }
const ONCE = { vi: 'tham số này một lần', en: 'it only once' }

function read<Name extends ParameterName>(name: Name, text: string): Value<Name> {
  const { schema, expected } = PARAMETERS[name]
  const parsed = schema.safeParse(text)
  if (!parsed.success) throw parameterProblem(name, text, expected)
  return parsed.data as Value<Name>
}
