/** What a manifest is made of while it is filled in; only the service says whether it is one. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value }
export type Members = { [key: string]: Value }

export const isMembers = (value: Value | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at a path of keys; undefined where nothing does. */
export function at(root: Value | undefined, path: readonly string[]): Value | undefined {
  let here = root
  for (const key of path) here = isMembers(here) && Object.hasOwn(here, key) ? here[key] : undefined
  return here
}

/** Writes a value at a path, making what lies between; undefined takes it away, with all that is empty then. */
export function put(root: Members, [key, ...rest]: readonly string[], value: Value | undefined): void {
  if (key === undefined) return
  if (rest.length === 0) {
    if (value === undefined) delete root[key]
    else root[key] = value
    return
  }
  const inner = root[key]
  const members: Members = isMembers(inner) ? inner : {}
  put(members, rest, value)
  if (Object.keys(members).length === 0) delete root[key]
  else root[key] = members
}
