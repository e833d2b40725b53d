import { localName } from '../../bundle/xlsx/xml.ts'

/** An attribute by its name without prefix; writers are free to choose the prefix, nearly all write `w`. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const usual = attributes[`w:${name}`]
  if (usual !== undefined) return usual
  for (const key in attributes) if (localName(key) === name) return attributes[key]
  return undefined
}

/** Whether an on/off property is on: it is when it stands there, unless it says otherwise (ECMA-376 Part 1, 17.17.4). */
export function isOn(attributes: Readonly<Record<string, string>>): boolean {
  return !['0', 'false', 'off'].includes(attribute(attributes, 'val') ?? '')
}
