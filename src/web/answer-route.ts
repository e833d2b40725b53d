import type { Context } from 'hono'
import { callerOf, checkAgency, provinceOf } from './request/authorize.ts'
import { languageOf } from './request/language.ts'
import { checkQuery, pathParameter } from './request/read-parameters.ts'
import type { Call, Route } from './route.ts'
import type { WebTools } from './tools.ts'

/**
 * Answers a request by its route: first who calls, then whether the request can be read, then whether they may.
 * @throws Problem, or what the verifier and the service throw
 */
export async function answerRoute(route: Route, context: Context, tools: WebTools): Promise<Response> {
  if (route.access === 'open') return route.handle(callOf(context, tools))
  const caller = await callerOf(context, tools)
  const call = callOf(context, tools)
  if (route.access === 'authority') return route.handle({ ...call, province: provinceOf(caller) })
  const agency = pathParameter(context, 'code')
  checkAgency(caller, route.access, agency)
  return route.handle({ ...call, agency })
}

function callOf(context: Context, tools: WebTools): Call {
  checkQuery(context)
  return { context, tools, lang: languageOf(context) }
}
