import type { Localized, Problem } from '../../core/errors.ts'
import { sha256 } from '../../core/json.ts'
import type { CatalogueInUse, Notice } from '../../dossier/dossier.ts'
import { authorityCatalogue } from '../../dossier/procedures.ts'
import type { ReadOptions } from '../container.ts'
import { displayName, sizesOver } from '../display.ts'
import { checkText } from '../manifest/manifest.ts'
import type { TextFaultCode } from '../manifest/parsed-text.ts'
import { hiddenRemoved } from '../notices.ts'
import { MANIFEST_REFUSALS } from '../refusals/manifest.ts'
import { Refusal } from '../refusals/refusal.ts'
import { CatalogueUnreadable } from './notices.ts'

/** The catalogue and what was mended while reading it. */
export type AuthorityCatalogue = CatalogueInUse & { notices: readonly Notice[] }

/**
 * The catalogue of procedures that the authority gives beside the bundle, instead of the agency's: an XLSX or CSV list,
 * or JSON (`.json`) with `decision?`, `asOf?` and `procedures`. `sha256` is that of the bytes.
 * @param name of the file, for messages
 * @throws Refusal `catalogue-invalid` with every problem of a JSON catalogue; `read-timeout` when time is over
 */
export async function readAuthorityCatalogue(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
): Promise<AuthorityCatalogue> {
  const read = name.toLowerCase().endsWith('.json') ? fromJson(bytes, name, options) : fromList(bytes, name, options)
  return { source: 'authority', sha256: sha256(bytes), ...(await read) }
}

type Content = Omit<AuthorityCatalogue, 'source' | 'sha256'>

async function fromJson(bytes: Uint8Array, name: string, { limits }: ReadOptions): Promise<Content> {
  if (bytes.length > limits.manifestJsonBytes) {
    const size = sizesOver(bytes.length, limits.manifestJsonBytes)
    throw invalid(name, { vi: `tệp quá lớn (${size}).`, en: `the file is too large (${size}).` })
  }
  const reading = await checkText(bytes, 'json', authorityCatalogue)
  if ('fault' in reading) throw invalid(name, CATALOGUE_FAULTS[reading.fault.code], reading.fault.problems)
  const { value, hidden } = reading.ok
  const notices = hidden === undefined ? [] : [hiddenRemoved(name, hidden)]
  return { ...value, origin: value.procedures.map(() => ({ file: name })), notices }
}

async function fromList(bytes: Uint8Array, name: string, options: ReadOptions): Promise<Content> {
  const { readCatalogue } = await import('./catalogue.ts')
  try {
    const { procedures, rows, notices } = await readCatalogue(bytes, name, options)
    return { procedures, origin: rows.map((row) => ({ file: name, row })), notices }
  } catch (error) {
    if (error instanceof CatalogueUnreadable) throw invalid(name, error.text, undefined, error)
    throw error
  }
}

function invalid(name: string, why: Localized, problems?: readonly Problem[], cause?: unknown): Refusal {
  const { message, remedy } = MANIFEST_REFUSALS['catalogue-invalid']
  const told = { vi: `${message.vi} ${why.vi}`, en: `${message.en} ${why.en}` }
  return new Refusal(
    'catalogue-invalid',
    { message: told, remedy },
    { entry: displayName(name), cause, ...(problems === undefined ? {} : { problems }) },
  )
}

/** Why a JSON catalogue of the authority cannot be used, by what its reader says of a text. */
const CATALOGUE_FAULTS: Readonly<Record<TextFaultCode, Localized>> = {
  'manifest-empty': { vi: 'tệp trống.', en: 'the file is empty.' },
  'manifest-encoding': { vi: 'tệp không ở bảng mã UTF-8.', en: 'the file is not in UTF-8.' },
  'manifest-not-parseable': {
    vi: 'tệp sai cú pháp JSON, xem từng chỗ kèm theo.',
    en: 'the syntax of its JSON is wrong, see each place.',
  },
  'manifest-too-deep': { vi: 'các dấu ngoặc lồng nhau quá sâu.', en: 'its brackets nest too deep.' },
  'manifest-too-many-values': { vi: 'tệp có quá nhiều giá trị.', en: 'it holds too many values.' },
  'manifest-not-object': {
    vi: 'tệp phải là một nhóm các mục trong dấu { } có mục procedures.',
    en: 'it must be one object in { } with the key procedures.',
  },
  'manifest-invalid': {
    vi: 'nội dung tệp chưa đúng, xem từng chỗ kèm theo.',
    en: 'its content is not right, see each place.',
  },
}
