import { InputError } from '../../src/base/errors.ts'
import type { Authority } from '../../src/report/cohort/authority.ts'
import { readAuthority } from '../../src/report/cohort/read-authority.ts'
import type { Store } from '../../src/store/store.ts'

/**
 * What the authority says of itself, by the object of a key; absent: nothing.
 * @throws InputError when there is no such object, or naming every place in it that is not as it must be; StoreFault
 */
export async function loadAuthority(
  key: string | undefined,
  store: Pick<Store, 'read'>,
): Promise<Authority | undefined> {
  if (key === undefined) return undefined
  const bytes = await store.read(key)
  if (bytes !== undefined) return readAuthority(key, bytes)
  throw new InputError({
    vi: `Biến môi trường AUTHORITY_FILE_KEY: '${key}' không có trong kho chứa bộ hồ sơ. Đề nghị tải tệp thông tin đơn vị chủ trì lên khóa đó, hoặc bỏ thiết lập này.`,
    en: `Environment variable AUTHORITY_FILE_KEY: there is no '${key}' in the store of the bundles. Upload what the authority says of itself there, or unset it.`,
  })
}
