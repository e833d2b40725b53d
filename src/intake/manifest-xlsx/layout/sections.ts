import * as z from 'zod'
import { bare, kindOf, schemaAt } from '../../../core/schemas.ts'
import { manifest } from '../../../dossier/manifest.ts'
import { AGENCY_SECTIONS, DECLARATION_SECTIONS } from './agency.ts'
import { PROCEDURE_SECTIONS } from './procedures.ts'
import type { Field, Section } from './section.ts'
import { ACCOUNTABILITY_SECTIONS, UPKEEP_SECTIONS } from './upkeep.ts'

/** Every sheet of the workbook that holds a part of the manifest, in the order of the tabs. */
export const SECTIONS: readonly Section[] = [
  ...AGENCY_SECTIONS,
  ...PROCEDURE_SECTIONS,
  ...UPKEEP_SECTIONS,
  ...DECLARATION_SECTIONS,
  ...ACCOUNTABILITY_SECTIONS,
]

/** The section of a sheet's name. @throws TypeError when no section has it */
export function sectionOf(sheet: string): Section {
  const found = SECTIONS.find((section) => section.sheet === sheet)
  if (found === undefined) throw new TypeError(`no section has the sheet ${sheet}`)
  return found
}

/** The sections whose rows belong to the rows of this one. */
export function partsOf(section: Section): readonly Section[] {
  return SECTIONS.filter(({ rowsOf }) => rowsOf === section.sheet)
}

/** Kinds of single values, as the manifest's schema names them. */
const SINGLE = ['date', 'text', 'path', 'count', 'amount', 'year', 'agencyCode', 'provinceCode'] as const

/** What may stand in a cell. */
export type Form =
  | { kind: (typeof SINGLE)[number] | 'boolean' }
  | { kind: 'choice'; values: readonly string[] }
  | { kind: 'list'; of: Form }
  /** Có, Không, or a list. */
  | { kind: 'yesOrList' }

/** Keys from the manifest to a section; `0` stands for any row. */
function pathOf({ at, rowsOf }: Section): readonly PropertyKey[] {
  return rowsOf === undefined ? at : [...pathOf(sectionOf(rowsOf)), 0, ...at]
}

/** Keys from the manifest to a field. */
export function fieldPath(section: Section, { key }: Field): readonly PropertyKey[] {
  return [...pathOf(section), ...(section.shape === 'table' ? [0] : []), ...key.split('.')]
}

/** The form of a field, as the manifest's schema has it. */
export function formOf(section: Section, field: Field): Form {
  return formOfSchema(schemaOf(fieldPath(section, field)))
}

/** Whether the object that a field belongs to cannot do without it. */
export function isRequired(section: Section, field: Field): boolean {
  const path = fieldPath(section, field)
  const inner = field.key.split('.').length
  return Array.from({ length: inner }, (_, drop) => schemaOf(path.slice(0, path.length - drop))).every(
    (schema) => !z.safeParse(schema, undefined).success,
  )
}

/** Whether a field can say that there is no such thing (null). */
export function isNullable(section: Section, field: Field): boolean {
  return z.safeParse(schemaOf(fieldPath(section, field)), null).success
}

function schemaOf(path: readonly PropertyKey[]): z.core.$ZodType {
  const schema = schemaAt(manifest, path)
  if (schema === undefined) throw new TypeError(`the manifest has nothing at ${path.map(String).join('.')}`)
  return schema
}

function formOfSchema(schema: z.core.$ZodType): Form {
  const kind = SINGLE.find((one) => one === kindOf(schema))
  if (kind !== undefined) return { kind }
  const inner = bare(schema)
  if (inner instanceof z.ZodBoolean) return { kind: 'boolean' }
  if (inner instanceof z.ZodEnum) return { kind: 'choice', values: Object.values(inner.enum).map(String) }
  if (inner instanceof z.ZodArray) return { kind: 'list', of: formOfSchema(inner.element) }
  if (inner instanceof z.ZodUnion) return { kind: 'yesOrList' }
  throw new TypeError(`no cell can hold a ${inner._zod.def.type}`)
}
