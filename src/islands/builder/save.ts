import { make } from './make.ts'

/** How long a browser may take to begin a download. */
const HELD_MS = 60_000

/** Gives a file to the person, under a name. */
export function save(content: Blob, name: string): void {
  const href = URL.createObjectURL(content)
  make('a', { href, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(href), HELD_MS)
}
