/** An instant in UTC without its milliseconds, which S3 tells in listings only: `2026-03-05T02:00:00Z`. */
export function wholeSeconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`
}
