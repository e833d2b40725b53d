import { StoreFault } from './store.ts'

/** Tells one thing that happened. Fields hold codes, keys and counts, never text of a dossier. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, fields?: Readonly<Record<string, unknown>>) => void

/** A log on standard output, one JSON object a line. */
export function logLines(now: () => Date): Log {
  return (level, event, fields = {}) => {
    process.stdout.write(`${JSON.stringify({ time: now().toISOString(), level, event, ...fields })}\n`)
  }
}

/** What may be told of a fault: names, codes and where it came from; the message only where it is ours and names a place. */
export function describeFault(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { name: typeof fault }
  return {
    name: fault.name,
    ...('code' in fault && { code: fault.code }),
    ...(fault instanceof StoreFault && { message: fault.message }),
    at: fault.stack
      ?.split('\n')
      .find((line) => /^\s+at /.test(line))
      ?.trim(),
    ...(fault.cause !== undefined && { cause: describeFault(fault.cause) }),
  }
}
