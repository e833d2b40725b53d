import type { ReadLimits } from './container.ts'
import { displayName, sizesOver } from './display.ts'
import { archiveRefusal } from './refusals-archive.ts'

/** Keeps count of what a container has cost so far and refuses it once it is too much. */
export class Budget {
  readonly #limits: Readonly<ReadLimits>
  #entries = 0
  #bytes = 0

  constructor(limits: Readonly<ReadLimits>) {
    this.#limits = limits
  }

  /**
   * One more entry, be it a folder or litter.
   * @throws Refusal when there are too many
   */
  addEntry(): void {
    this.#entries += 1
    if (this.#entries > this.#limits.entries)
      throw archiveRefusal('too-many-entries', { found: `${this.#entries} > ${this.#limits.entries}` })
  }

  /**
   * The unpacked bytes of one entry.
   * @throws Refusal when it alone, or all together, are too large
   */
  addBytes(name: string, bytes: number): void {
    const { entryBytes, unpackedBytes } = this.#limits
    if (bytes > entryBytes)
      throw archiveRefusal('entry-too-large', { entry: displayName(name), found: sizesOver(bytes, entryBytes) })
    this.#bytes += bytes
    if (this.#bytes > unpackedBytes)
      throw archiveRefusal('unpacked-too-large', { found: sizesOver(this.#bytes, unpackedBytes) })
  }

  /**
   * Compares `unpacked` bytes with the `packed` ones they come from, of one entry or of all together.
   * @throws Refusal when no document packs so well
   */
  checkRatio(name: string, packed: number, unpacked: number): void {
    const { ratio, ratioFreeBytes } = this.#limits
    const counted = unpacked - ratioFreeBytes
    if (counted <= ratio * packed) return
    const met = Math.ceil(counted / Math.max(1, packed))
    throw archiveRefusal('ratio-too-high', { entry: displayName(name), found: `${met}:1 > ${ratio}:1` })
  }

  /** Unpacked bytes of all entries added. */
  get bytes(): number {
    return this.#bytes
  }
}
