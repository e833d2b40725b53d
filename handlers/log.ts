/** One line of the log. Never a key, a name or a message text: those may hold personal data. */
export interface LogEntry {
  level: 'info' | 'warn' | 'error'
  event: string
  messageId: string
  [field: string]: unknown
}

export type Log = (entry: LogEntry) => void

/** Writes entries to standard output, one JSON object a line, as CloudWatch Logs Insights reads them. */
export const logToStdout: Log = (entry) => {
  process.stdout.write(`${JSON.stringify(entry)}\n`)
}

/** What may be told of an error: its chain of names and codes, and where it came from; no message. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  return {
    name: error.name,
    ...('code' in error ? { code: error.code } : {}),
    at: error.stack
      ?.split('\n')
      .find((line) => /^\s+at /.test(line))
      ?.trim(),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}
