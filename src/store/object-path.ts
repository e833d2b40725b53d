import { join } from 'node:path'
import { InputError } from '../base/errors.ts'

const MAX_NAME_BYTES = 255
/** A name ending so is a half-written object (see FolderStore). */
export const TEMPORARY_SUFFIX = '.qms-part'

function fault(name: string): string | undefined {
  if (name === '' || name === '.' || name === '..') return `'${name}'`
  if (/[\\\p{Cc}]/u.test(name)) return JSON.stringify(name)
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) return `${Buffer.byteLength(name)} bytes`
  return name.endsWith(TEMPORARY_SUFFIX) ? `'${name}'` : undefined
}

/**
 * Where a key lies under a folder. NFC and NFD keys are different objects, as in S3.
 * @throws InputError for a key that would leave the folder or that a file system cannot hold
 */
export function objectPath(folder: string, key: string): string {
  const names = key.split('/')
  for (const name of names) {
    const found = fault(name)
    if (found === undefined) continue
    throw new InputError({
      vi: `Khóa đối tượng ${JSON.stringify(key)}: thành phần ${found} không dùng được. Chỉ dùng các tên khác rỗng, cách nhau bằng '/', mỗi tên không quá ${MAX_NAME_BYTES} byte, không dùng '.', '..', dấu '\\' hoặc ký tự điều khiển, không kết thúc bằng '${TEMPORARY_SUFFIX}'.`,
      en: `Object key ${JSON.stringify(key)}: the part ${found} cannot be used. Write names separated by '/', none empty, none longer than ${MAX_NAME_BYTES} bytes, without '.', '..', '\\' or control characters, not ending in '${TEMPORARY_SUFFIX}'.`,
    })
  }
  return join(folder, ...names)
}
