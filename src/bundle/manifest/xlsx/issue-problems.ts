import type * as z from 'zod'
import { toPointer } from '../../../base/pointer.ts'
import { schemaAt } from '../../../base/schema-walk.ts'
import { manifest } from '../../../dossier/manifest.ts'
import { tooLong } from '../expected-here.ts'
import { shownValue } from '../shown-value.ts'
import type { Gathered } from './entry-value.ts'
import { fieldPath, formOf } from './layout/form.ts'
import type { Field, Section } from './layout/section.ts'
import { SECTIONS } from './layout/sections.ts'
import { wanted } from './wanted.ts'

type Path = readonly PropertyKey[]

/** What the manifest's schema does not allow, told of the cells it was read from. What was told already is left out. */
export function issueProblems(issues: readonly z.core.$ZodIssue[], value: unknown, gathered: Gathered): void {
  for (const issue of issues) {
    const pointer = toPointer(issue.path)
    if (gathered.problems.told(pointer)) continue
    const { section, field, path } = fieldFor(issue.path)
    const standard = { sheet: section.sheet, heading: field.heading }
    const place = gathered.places.of(toPointer(path)) ?? standard
    if (gathered.problems.lacks(standard)) continue
    const found = valueAt(value, issue.path)
    const { vi, en } = wanted(formOf(section, field))
    const schema = schemaAt(manifest, issue.path)
    const long = schema && tooLong(schema, found)
    if (found === undefined)
      gathered.problems.add(
        place,
        '',
        { vi: `mục bắt buộc này chưa ghi. ${vi}`, en: `this must be filled in. ${en}` },
        pointer,
      )
    else if (long !== undefined) gathered.problems.add(place, shownValue(found), long, pointer)
    else
      gathered.problems.add(
        place,
        shownValue(found),
        { vi: `chưa đúng. ${vi}`, en: `this is not right. ${en}` },
        pointer,
      )
  }
}

/** The field a path leads to or into; for an object that is missing as a whole, the first of its fields. */
function fieldFor(path: Path): { section: Section; field: Field; path: Path } {
  const plain = path.map((key) => (typeof key === 'number' ? 0 : key))
  for (const section of SECTIONS)
    for (const field of section.fields) {
      const here = fieldPath(section, field)
      const shared = Math.min(here.length, plain.length)
      if (here.slice(0, shared).every((key, at) => key === plain[at]))
        return { section, field, path: path.slice(0, here.length) }
    }
  throw new TypeError(`no sheet holds ${toPointer(path)}`)
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, key) => (typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined),
    root,
  )
}
