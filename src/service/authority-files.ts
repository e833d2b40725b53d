import { InputError } from '../core/errors.ts'
import { isFileOf, type PerAgency } from '../intake/catalogue/authority-catalogue.ts'
import type { AuthorityFiles } from '../verdict/authority.ts'
import { RECORDS } from './keys.ts'
import type { ServiceTools } from './service.ts'
import type { Store } from './store.ts'
import type { SentAuthority, SentFile } from './tasks.ts'

/**
 * What the authority keeps in the store of one agency: its catalogue (one object for all, or one list an agency under a key
 * that ends with `/`), and its record under a prefix of its own.
 * @throws InputError when the catalogue is not there: it is ours, so no bundle may be refused for it
 */
export async function authorityOf(
  code: string,
  { bundles, catalogueKey: key }: Pick<ServiceTools, 'bundles' | 'catalogueKey'>,
): Promise<SentAuthority> {
  const records = await below(RECORDS, code, bundles)
  if (key === undefined) return { records }
  if (key.endsWith('/')) return { catalogue: await below(key, code, bundles), records }
  const bytes = await bundles.read(key)
  if (bytes === undefined) throw absent(key)
  return { catalogue: { name: key, bytes }, records }
}

/** Of what the authority gives for many agencies, what is of one. */
export async function sentFor({ catalogue, records }: AuthorityFiles, code: string): Promise<SentAuthority> {
  const of = (given: PerAgency) => ('of' in given ? given.of(code) : given)
  return {
    ...(catalogue && { catalogue: await of(catalogue) }),
    ...(records && { records: await of(records) }),
  }
}

/** The objects below a prefix that are an agency's by their names. */
async function below(prefix: string, code: string, store: Pick<Store, 'list' | 'read'>): Promise<SentFile[]> {
  const files: SentFile[] = []
  for await (const { key } of store.list(`${prefix}${code}`)) {
    const name = key.slice(prefix.length)
    const bytes = isFileOf(name, code) ? await store.read(key) : undefined
    if (bytes !== undefined) files.push({ name, bytes })
  }
  return files
}

function absent(key: string): InputError {
  return new InputError({
    vi: `Danh mục thủ tục hành chính của cơ quan có thẩm quyền: '${key}' không có trong kho chứa bộ hồ sơ. Đề nghị tải danh mục lên khóa đó, hoặc bỏ thiết lập này để dùng danh mục của từng cơ quan.`,
    en: `The authority's catalogue of procedures: there is no '${key}' in the store of the bundles. Upload the catalogue there, or unset the setting to use each agency's own.`,
  })
}
