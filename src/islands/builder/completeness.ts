import type { PlannedField, PlannedSection } from '../../dossier/form-plan.ts'
import { at, isMembers, type Members, type Value } from './value.ts'

/** How far a section is filled in. */
export type Completeness =
  /** Nothing is said: the judgement will find evidence missing. */
  | { state: 'unsaid' }
  /** It is said that there is none. */
  | { state: 'none' }
  | { state: 'some'; rows: number; lacking: string[]; open: number }

/** What a section says, which of its required fields are empty, and how many of the others. */
export function completenessOf(section: PlannedSection, root: Members): Completeness {
  const value = section.at.length === 0 ? root : at(root, section.at)
  if (Array.isArray(value) && value.length === 0) return { state: section.always ? 'unsaid' : 'none' }
  const objects = (Array.isArray(value) ? value : [value]).filter(isMembers)
  if (value === undefined || objects.length === 0) return { state: 'unsaid' }
  const lacking = objects.flatMap((object) => section.fields.filter((field) => isLacking(field, object)))
  const open = objects.flatMap((object) => section.fields.filter((field) => isOpen(field, object)))
  return {
    state: 'some',
    rows: objects.length,
    lacking: [...new Set(lacking.map(({ label }) => label))],
    open: open.length,
  }
}

const valueIn = ({ key }: PlannedField, object: Value) => at(object, key.split('.'))
/** Required inside a part that was begun counts like any other. */
const isLacking = (field: PlannedField, object: Members) => field.required && valueIn(field, object) === undefined
const isOpen = (field: PlannedField, object: Members) => !field.required && valueIn(field, object) === undefined
