import { canonical } from '../../base/canonical.ts'
import { toPointer } from '../../base/pointer.ts'

/** One place where two JSON values differ; a side that has nothing there is undefined. */
export interface Difference {
  /** RFC 6901. */
  pointer: string
  stated: unknown
  found: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every place where two JSON values differ, as deep as both still have the same shape, in the order of the first. */
export function differences(stated: unknown, found: unknown, path: readonly (string | number)[] = []): Difference[] {
  if (isObject(stated) && isObject(found)) {
    const keys = new Set([...Object.keys(stated), ...Object.keys(found)])
    return [...keys].flatMap((key) => differences(own(stated, key), own(found, key), [...path, key]))
  }
  if (Array.isArray(stated) && Array.isArray(found)) {
    const length = Math.max(stated.length, found.length)
    return Array.from({ length }, (_, at) => differences(stated[at], found[at], [...path, at])).flat()
  }
  return same(stated, found) ? [] : [{ pointer: toPointer(path), stated, found }]
}

const own = (value: Record<string, unknown>, key: string) => (Object.hasOwn(value, key) ? value[key] : undefined)

function same(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b
  return canonical(a) === canonical(b)
}
