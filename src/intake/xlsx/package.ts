import { withValues } from '../../core/errors.ts'
import type { Container } from '../container.ts'
import { SheetUnreadable } from '../sheet.ts'
import { PACKAGE_TEXTS } from '../words.ts'
import { parseXml } from './xml.ts'

/** Parts of a package by name; names differ in case only between writers, not between parts (ECMA-376 Part 2). */
export class PackageParts {
  readonly #container: Container
  readonly #paths: ReadonlyMap<string, string>

  constructor(container: Container) {
    this.#container = container
    this.#paths = new Map(container.entries.map(({ path }) => [path.toLowerCase(), path]))
  }

  has(part: string): boolean {
    return this.#paths.has(part.toLowerCase())
  }

  /** @throws SheetUnreadable when the package has no such part */
  open(part: string): Promise<Uint8Array> {
    const path = this.#paths.get(part.toLowerCase())
    if (path === undefined) throw partMissing(part)
    return this.#container.open(path)
  }

  /**
   * The links of a part, those out of the package left out.
   * @param part empty for the package itself
   * @throws SheetUnreadable when it has none
   */
  async relationshipsOf(part: string, tick: () => void): Promise<ReadonlyMap<string, Relationship>> {
    return readRelationships(part, await this.open(relationshipsPart(part)), tick)
  }
}

function partMissing(part: string): SheetUnreadable {
  return new SheetUnreadable(withValues(PACKAGE_TEXTS.fileLacksPartEvery, { part }))
}

/** One link from a part to another, its type without the namespace that differs between the two kinds of OOXML. */
export interface Relationship {
  /** Last segment of the type's URI: `worksheet`, `sharedStrings`, `styles`, `officeDocument`. */
  type: string
  /** Name of the part it leads to, from the package's root. */
  part: string
}

/**
 * The relationships of a part by id; links out of the package are left out (nothing is ever fetched).
 * @param of name of the part whose relationships these are; empty for the package itself
 */
async function readRelationships(
  of: string,
  bytes: Uint8Array,
  tick: () => void,
): Promise<ReadonlyMap<string, Relationship>> {
  const found = new Map<string, Relationship>()
  await parseXml(
    relationshipsPart(of),
    bytes,
    {
      open(name, { Id, Type, Target, TargetMode }) {
        if (name !== 'Relationship' || TargetMode === 'External') return
        if (Id === undefined || Type === undefined || Target === undefined) return
        found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: resolvePart(of, Target) })
      },
    },
    tick,
  )
  return found
}

/** Name of the part that holds the relationships of another. */
export function relationshipsPart(of: string): string {
  const cut = of.lastIndexOf('/') + 1
  return `${of.slice(0, cut)}_rels/${of.slice(cut)}.rels`
}

/** A target as written, relative to the part it stands in or absolute, as a name from the package's root. */
function resolvePart(from: string, target: string): string {
  const base = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  const path: string[] = []
  for (const segment of [...base, ...target.split('/')]) {
    if (segment === '..') path.pop()
    else if (segment !== '' && segment !== '.') path.push(segment)
  }
  return path.join('/')
}
