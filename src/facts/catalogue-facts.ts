import { day } from './days.ts'
import { type Facts, fact } from './define.ts'
import { usableFile } from './files.ts'
import type { Scope } from './scope.ts'

const at =
  (pointer: string) =>
  ({ dossier }: Scope) =>
    dossier.catalogue.source === 'agency' ? pointer : undefined

/** How many procedures it lists; unknown while a file that holds the list cannot be read. */
function count({ dossier, manifest }: Scope): number | undefined {
  const { procedures, source } = dossier.catalogue
  const inFile = source === 'agency' && manifest.catalogue?.file !== undefined
  return procedures?.length ?? (inFile ? undefined : 0)
}

/** The catalogue of procedures in use: the agency's, or the authority's given beside the bundle. */
export const catalogueFacts: Facts = {
  'catalogue.inUse': fact(
    'section',
    'danh mục thủ tục hành chính',
    'catalogue of procedures',
    ({ dossier }) => (dossier.catalogue.source === 'none' ? undefined : true),
    at('/catalogue'),
  ),
  'catalogue.source': fact(
    'text',
    'nguồn của danh mục thủ tục hành chính',
    'source of the catalogue of procedures',
    ({ dossier }) => dossier.catalogue.source,
    at('/catalogue'),
  ),
  'catalogue.decision.number': fact(
    'text',
    'số, ký hiệu quyết định công bố danh mục thủ tục hành chính',
    'number of the decision that publishes the catalogue',
    ({ dossier }) => dossier.catalogue.decision?.number,
    at('/catalogue/decision/number'),
  ),
  'catalogue.decision.signedOn': fact(
    'day',
    'ngày ký quyết định công bố danh mục thủ tục hành chính',
    'day the decision that publishes the catalogue was signed',
    ({ dossier }) => day(dossier.catalogue.decision?.signedOn),
    at('/catalogue/decision/signedOn'),
  ),
  'catalogue.asOf': fact(
    'day',
    'thời điểm cập nhật danh mục thủ tục hành chính',
    'day through which the catalogue is up to date',
    ({ dossier }) => day(dossier.catalogue.asOf),
    at('/catalogue/asOf'),
  ),
  'catalogue.file': {
    ...fact(
      'file',
      'tệp danh mục thủ tục hành chính',
      'file of the catalogue',
      (scope) => usableFile(scope, scope.manifest.catalogue?.file),
      at('/catalogue/file'),
    ),
    asked: false,
  },
  'catalogue.procedures': fact(
    'section',
    'danh sách thủ tục hành chính',
    'list of procedures',
    ({ dossier }) => (dossier.catalogue.procedures === undefined ? undefined : true),
    at('/catalogue'),
  ),
  'catalogue.count': fact(
    'number',
    'số thủ tục hành chính trong danh mục',
    'procedures in the catalogue',
    count,
    at('/catalogue'),
  ),
}
