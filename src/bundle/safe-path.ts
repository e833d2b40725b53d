import type { ReadLimits } from './container.ts'
import { displayName } from './display.ts'
import { archiveRefusal } from './refusals-archive.ts'

/** Hidden characters (controls, marks of direction, zero-width and tag characters), half surrogates. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u
const DRIVE = /^[a-z]:/i
/** Device names of Windows, with or without an extension, and names of dots and spaces alone. */
const RESERVED = /^(?:(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])\s*(?:\..*)?|[. ]+)$/i

/**
 * A name from a stranger as a path inside the dossier: NFC, `/` between segments, without empty and `.` segments, no
 * `/` at the end. A backslash inside a name separates folders (older Windows tools write it so); at its start it is
 * a root.
 * @returns '' for a name that is nothing but `.` and `/` segments
 * @throws Refusal when the name leads out of the dossier, is absolute, cannot be a file name on Windows, hides
 * characters, or is longer or deeper than the limits
 */
export function safePath(name: string, limits: Readonly<ReadLimits>): string {
  const entry = displayName(name)
  const hidden = HIDDEN.exec(name)?.[0]
  if (hidden !== undefined) {
    const code = hidden.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    throw archiveRefusal('path-hidden-character', { entry, found: `U+${code}` })
  }
  const slashed = name.normalize('NFC').replaceAll('\\', '/')
  if (slashed.startsWith('/') || DRIVE.test(slashed)) throw archiveRefusal('path-absolute', { entry })
  const segments = slashed.split('/').filter((segment) => segment !== '' && segment !== '.')
  if (segments.includes('..')) throw archiveRefusal('path-traversal', { entry })
  const reserved = segments.find((segment) => RESERVED.test(segment))
  if (reserved !== undefined) throw archiveRefusal('path-reserved-name', { entry, found: displayName(reserved) })
  const path = segments.join('/')
  if (path.length > limits.pathLength)
    throw archiveRefusal('path-too-long', { entry, found: `${path.length} > ${limits.pathLength}` })
  if (segments.length > limits.depth)
    throw archiveRefusal('path-too-deep', { entry, found: `${segments.length} > ${limits.depth}` })
  return path
}
