import { withoutEnd } from '../core/texts.ts'
import type { ReadLimits } from './container.ts'
import { displayName } from './display.ts'
import { archiveRefusal } from './refusals/archive.ts'

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

/** The form in which Windows and macOS take two names for the same: no case, one form of accents, no trailing dots. */
function foldPath(path: string): string {
  const folded = path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
  return folded
    .split('/')
    .map((segment) => withoutEnd(segment, '. '))
    .join('/')
}

/** Sees to it that no two entries of a container could be the same file on another system. */
export class NameRegister {
  readonly #files = new Map<string, string>()
  readonly #folders = new Map<string, string>()

  /** @throws Refusal when a file of that name, or a folder where this is a file, was added before (or the reverse) */
  addFile(path: string): void {
    const key = foldPath(path)
    this.#refuseIfMet(path, this.#files.get(key) ?? this.#folders.get(key))
    this.#files.set(key, path)
    this.#addParents(path, key)
  }

  /** A folder's own entry. The folders of a file need not be added. */
  addFolder(path: string): void {
    const key = foldPath(path)
    this.#refuseIfMet(path, this.#files.get(key))
    this.#folders.set(key, path)
    this.#addParents(path, key)
  }

  #addParents(path: string, key: string): void {
    for (let at = key.indexOf('/'); at >= 0; at = key.indexOf('/', at + 1)) {
      const parent = key.slice(0, at)
      this.#refuseIfMet(path, this.#files.get(parent))
      if (!this.#folders.has(parent)) this.#folders.set(parent, path)
    }
  }

  #refuseIfMet(path: string, other: string | undefined): void {
    if (other !== undefined)
      throw archiveRefusal('duplicate-name', { entry: displayName(path), found: displayName(other) })
  }
}

/** A name and the encoding it was read in. */
export interface EntryName {
  text: string
  encoding: 'utf-8' | 'windows-1258' | 'cp437'
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const WINDOWS_1258 = new TextDecoder('windows-1258')
/** Letters, their accents, and the punctuation a name may hold; no controls, fractions or currency signs. */
const LOOKS_VIETNAMESE = /^[\p{ASCII}\p{L}\p{M}\u2013\u2014\u2018\u2019\u201c\u201d\u00a0]+$/u

/**
 * The name of an entry from its raw bytes: strict UTF-8 whatever the flag says, else windows-1258 where that gives
 * letters only, else code page 437.
 */
export function decodeEntryName(raw: Uint8Array): EntryName {
  try {
    return { text: UTF8.decode(raw), encoding: 'utf-8' }
  } catch {
    // Not UTF-8 is the question asked here, not a fault.
    const text = WINDOWS_1258.decode(raw)
    if (LOOKS_VIETNAMESE.test(text)) return { text, encoding: 'windows-1258' }
    return { text: decodeCp437(raw), encoding: 'cp437' }
  }
}

/** Code page 437, bytes 0x80–0xFF: what a ZIP name is in when nothing says otherwise (APPNOTE 6.3.10, appendix D). */
const HIGH =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

/** Text of bytes in code page 437; bytes below 0x80 are ASCII. */
function decodeCp437(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : HIGH.charAt(byte - 0x80))).join('')
}
