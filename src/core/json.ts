import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** The RFC 8785 form of a JSON value: the same value is the same text on every machine. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('value has no JSON form')
  return text
}

/** A document as it is stored: JSON that a person can read, with a line end. */
export function jsonBytes(document: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`)
}

/** Lower-case hex SHA-256 of bytes or UTF-8 text. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Lower-case hex SHA-256 of the RFC 8785 form of a JSON value. */
export function digest(value: unknown): string {
  return sha256(canonical(value))
}

/** RFC 6901 pointer of a path of keys and indexes; the whole value is the empty pointer. */
export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The parts of an RFC 6901 pointer. */
export function fromPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** A pointer as a person writes it: `/internalAudits/0/from` → `internalAudits[0].from`. */
export function readablePath(pointer: string): string {
  return fromPointer(pointer)
    .map((part, at) => (/^\d+$/.test(part) ? `[${part}]` : at === 0 ? part : `.${part}`))
    .join('')
}

/** A value of a record's own; what every object inherits (`constructor`, `toString`) is none of it. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A copy of `target` changed by a JSON Merge Patch (RFC 7396): null removes a key, a list replaces a list. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return structuredClone(patch)
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key]
    else result[key] = mergePatch(result[key], value)
  }
  return result
}

/** A copy of `target` with the value at an RFC 6901 pointer replaced; `-` appends to a list. */
export function setAt(target: unknown, pointer: string, value: unknown): unknown {
  return changeAt(target, fromPointer(pointer), (holder, key) => {
    if (Array.isArray(holder) && key === '-') holder.push(value)
    else (holder as Record<string, unknown>)[key] = value
  })
}

/** A copy of `target` without the value at an RFC 6901 pointer. */
export function removeAt(target: unknown, pointer: string): unknown {
  return changeAt(target, fromPointer(pointer), (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete (holder as Record<string, unknown>)[key]
  })
}

/** Only what lies on the way to the pointer is copied; the copy shares the rest with `target`. */
function changeAt(target: unknown, parts: readonly string[], change: (holder: object, key: string) => void): unknown {
  const nothing = () => new RangeError(`nothing at the pointer /${parts.join('/')}`)
  const last = parts.at(-1)
  if (last === undefined) throw nothing()
  const top = { copy: target }
  let [holder, key]: [object, string] = [top, 'copy']
  for (const part of parts) {
    const value = (holder as Record<string, unknown>)[key]
    if (typeof value !== 'object' || value === null) throw nothing()
    const copy = Array.isArray(value) ? [...value] : { ...value }
    ;(holder as Record<string, unknown>)[key] = copy
    ;[holder, key] = [copy, part]
  }
  change(holder, last)
  return top.copy
}
