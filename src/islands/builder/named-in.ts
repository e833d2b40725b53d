import type { PlannedSection } from '../../dossier/form-plan.ts'
import { at, isMembers, type Members } from './value.ts'

/** The files that a manifest names, as its sections have them. */
export function namedIn(sections: readonly PlannedSection[], root: Members): string[] {
  return [...new Set(sections.flatMap((section) => namedInSection(section, root)))]
}

function namedInSection(section: PlannedSection, root: Members): string[] {
  const stated = section.at.length === 0 ? root : at(root, section.at)
  const objects = (Array.isArray(stated) ? stated : [stated]).filter(isMembers)
  const paths = section.fields.filter(({ kind }) => kind === 'path')
  return objects.flatMap((object) => [
    ...paths.map(({ key }) => at(object, key.split('.'))).filter((path) => typeof path === 'string'),
    ...namedIn(section.parts, object),
  ])
}
