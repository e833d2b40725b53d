import { InputError } from '../base/errors.ts'
import { type AuthorityCatalogue, readAuthorityCatalogue } from '../bundle/authority-catalogue.ts'
import { Refusal } from '../bundle/refusal.ts'
import type { ServiceTools } from './ports.ts'

/**
 * The authority's catalogue, where the service is set up with one.
 * @throws InputError when it is not there or cannot be used: it is ours, so no bundle may be refused for it
 */
export async function givenCatalogue(
  tools: Pick<ServiceTools, 'bundles' | 'catalogueKey' | 'limits' | 'stopwatch'>,
): Promise<AuthorityCatalogue | undefined> {
  const { bundles, catalogueKey: key } = tools
  if (key === undefined) return undefined
  const bytes = await bundles.read(key)
  if (bytes === undefined) throw absent(key)
  try {
    return await readAuthorityCatalogue(bytes, key, tools)
  } catch (error) {
    if (error instanceof Refusal) throw new InputError(error.text, { cause: error })
    throw error
  }
}

function absent(key: string): InputError {
  return new InputError({
    vi: `Danh mục thủ tục hành chính của cơ quan có thẩm quyền: '${key}' không có trong kho chứa bộ hồ sơ. Đề nghị tải danh mục lên khóa đó, hoặc bỏ thiết lập này để dùng danh mục của từng cơ quan.`,
    en: `The authority's catalogue of procedures: there is no '${key}' in the store of the bundles. Upload the catalogue there, or unset the setting to use each agency's own.`,
  })
}
