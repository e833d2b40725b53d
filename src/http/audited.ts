import type { Context } from 'hono'
import { agencyCode } from '../core/names.ts'
import type { Actor, AuditEvent } from '../service/audit.ts'
import { sourceAddress } from './request-record.ts'
import type { Call, PageCall, Route } from './route.ts'
import type { Caller } from './sign-in/caller.ts'
import type { PageTools, WebTools } from './tools.ts'

/** Who acts, for the record: on whose behalf, and what the identity provider calls the person, where that is known. */
export const actorOf = (caller: Caller, person: string | undefined): Actor => ({
  ...caller,
  ...(person !== undefined && { person }),
})

/**
 * Records that a route was answered, where it says that this is recorded. What was refused was not done: a problem is thrown,
 * and does not come here. The answer waits for the record, so that nobody has read what nothing tells of.
 */
export async function recordCall<C extends Call<WebTools | PageTools>>(
  { audit: action, path }: Pick<Route<C>, 'audit' | 'path'>,
  call: C,
  response: Response,
): Promise<void> {
  const { context, tools, caller } = call
  if (action === undefined || caller === undefined || response.status >= 400) return
  const what = { ...parametersOf(path, context), ...(context.get('audited') as AuditEvent['what']) }
  const { code, agency: named, ...rest } = what
  const agency = agencyCode(String(code ?? named ?? (caller.kind === 'agency' ? caller.code : '')))
  // What an agency looks at of its own is nobody else's.
  if (action === 'agency-opened' && caller.kind === 'agency') return
  const who = actorOf(caller, (call as Partial<PageCall>).session?.person)
  await tools.audit.record({ action, who, agency: agency || undefined, what: rest, from: sourceAddress() })
}

/** What varies in a path, by name. */
function parametersOf(path: string, context: Context): Record<string, string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return Object.fromEntries(names.map((name) => [name, context.req.param(name) ?? '']))
}
