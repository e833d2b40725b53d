import * as z from 'zod'
import type { RecheckRun } from '../../src/service/service.ts'

/** What the lister asks of the function that judges; ours, so nothing else may be in it. */
const recheckMessage = z.strictObject({
  kind: z.literal('recheck'),
  agency: z.string().min(1),
  year: z.int(),
  asOf: z.iso.date(),
})

/** One agency to judge again. */
export type RecheckMessage = { agency: string } & RecheckRun

/** The body of a queue message. */
export function writeRecheck({ agency, year, asOf }: RecheckMessage): string {
  return JSON.stringify({ kind: 'recheck', agency, year, asOf })
}

/** What the body of a queue message asks for; undefined when it is no such message. */
export function parseRecheck(body: string): RecheckMessage | undefined {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return undefined
  }
  const { data } = recheckMessage.safeParse(value)
  return data && { agency: data.agency, year: data.year, asOf: data.asOf }
}
