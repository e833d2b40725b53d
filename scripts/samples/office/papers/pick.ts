/**
 * The member of a list that a path of the manifest leads to.
 * @throws Error where there is none: the path would not have been found then
 */
export function pick<T>(list: readonly T[] | undefined, at: number): T {
  const found = list?.[at]
  if (found === undefined) throw new Error(`the manifest has no member ${at} of this list`)
  return found
}
