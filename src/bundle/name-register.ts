import { withoutEnd } from '../base/without-end.ts'
import { displayName } from './display.ts'
import { archiveRefusal } from './refusals-archive.ts'

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
