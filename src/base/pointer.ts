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
