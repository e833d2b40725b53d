import type { PlannedField, PlannedSection } from '../../dossier/form-plan.ts'
import type { Path } from './field-value.ts'

/** Where in the form a value stands. */
export interface FormPlace {
  section: PlannedSection
  /** Paths of the rows that lead to it, from the outermost. */
  rows: readonly Path[]
  /** The object that the field belongs to. */
  owner: Path
  /** None where the place is a section or row as a whole. */
  field: PlannedField | undefined
}

/** A pointer (RFC 6901) as a path of keys and of indexes. */
export const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key.replaceAll('~1', '/').replaceAll('~0', '~')))

/** A path as a pointer. */
export const pointerOf = (path: Path): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The field that a path of the manifest leads to or into; undefined where the form has none. */
export function formPlace(
  path: Path,
  sections: readonly PlannedSection[],
  above: Path = [],
  rows: readonly Path[] = [],
): FormPlace | undefined {
  const isWithin = (start: Path) => start.every((key, index) => index >= path.length || key === path[index])
  // The deepest section first: the procedures before the catalogue that holds them.
  for (const section of [...sections].sort((a, b) => b.at.length - a.at.length)) {
    const list = [...above, ...section.at]
    if (!isWithin(list)) continue
    const index = path[list.length]
    const isTable = section.shape === 'table'
    if (isTable && typeof index !== 'number') {
      if (path.length <= list.length) return { section, rows, owner: list, field: undefined }
      continue
    }
    const owner = isTable ? [...list, index as number] : list
    const onWay = isTable ? [...rows, owner] : rows
    const field = section.fields.find(
      ({ key }) => path.length > owner.length && isWithin([...owner, ...key.split('.')]),
    )
    const part = isTable ? formPlace(path, section.parts, owner, onWay) : undefined
    const found = field ? { section, rows: onWay, owner, field } : part && { ...part, section }
    if (found) return found
    if (path.length <= owner.length && list.length > 0) return { section, rows: onWay, owner, field: undefined }
  }
  return undefined
}
