import { parseXml } from './xml.ts'

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
export async function readRelationships(
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
