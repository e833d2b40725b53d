import type { Clock, Day } from '../../core/days.ts'
import { procedureKey } from '../../core/names.ts'
import type { Procedure } from '../../dossier/procedures.ts'
import { type Facts, fact, field, list } from './fact.ts'
import { day, type Scope, usableFile } from './scope.ts'

/** A procedure of the catalogue with its days; `effectiveTo` is the first day no longer in force. */
export interface CatalogueEntry {
  procedure: Procedure
  /** First two groups of the code, by which codes match. */
  key: string
  effectiveFrom: Day | undefined
  effectiveTo: Day | undefined
  index: number
}

/** Every procedure of the catalogue in use, whatever the day. */
export function catalogueEntries(scope: Scope): readonly CatalogueEntry[] {
  return (scope.dossier.catalogue.procedures ?? []).map((procedure, index) => ({
    procedure,
    key: procedureKey(procedure.code),
    effectiveFrom: day(procedure.effectiveFrom),
    effectiveTo: day(procedure.effectiveTo),
    index,
  }))
}

/** The procedures in force on the day. */
export function proceduresInForce(scope: Scope, clock: Clock): readonly CatalogueEntry[] {
  return scope.derive(catalogueEntries, clock).filter((one) => clock.inForce(one.effectiveFrom, one.effectiveTo))
}

/** Every entry of the catalogue by its key, whatever the day. */
export function entriesByKey(scope: Scope, clock: Clock): ReadonlyMap<string, readonly CatalogueEntry[]> {
  const byKey = new Map<string, CatalogueEntry[]>()
  for (const entry of scope.derive(catalogueEntries, clock)) {
    const same = byKey.get(entry.key)
    if (same) same.push(entry)
    else byKey.set(entry.key, [entry])
  }
  return byKey
}

/** Where a procedure stands: in the manifest, or in a row of a list. */
export function procedurePlace({ dossier }: Scope, index: number): { pointer?: string; file?: string; row?: number } {
  return dossier.catalogue.origin[index] ?? {}
}

const cataloguePlace =
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
    cataloguePlace('/catalogue'),
  ),
  'catalogue.source': fact(
    'text',
    'nguồn của danh mục thủ tục hành chính',
    'source of the catalogue of procedures',
    ({ dossier }) => dossier.catalogue.source,
    cataloguePlace('/catalogue'),
  ),
  'catalogue.decision.number': fact(
    'text',
    'số, ký hiệu quyết định công bố danh mục thủ tục hành chính',
    'number of the decision that publishes the catalogue',
    ({ dossier }) => dossier.catalogue.decision?.number,
    cataloguePlace('/catalogue/decision/number'),
  ),
  'catalogue.decision.signedOn': fact(
    'day',
    'ngày ký quyết định công bố danh mục thủ tục hành chính',
    'day the decision that publishes the catalogue was signed',
    ({ dossier }) => day(dossier.catalogue.decision?.signedOn),
    cataloguePlace('/catalogue/decision/signedOn'),
  ),
  'catalogue.asOf': fact(
    'day',
    'thời điểm cập nhật danh mục thủ tục hành chính',
    'day through which the catalogue is up to date',
    ({ dossier }) => day(dossier.catalogue.asOf),
    cataloguePlace('/catalogue/asOf'),
  ),
  'catalogue.file': {
    ...fact(
      'file',
      'tệp danh mục thủ tục hành chính',
      'file of the catalogue',
      (scope) => usableFile(scope, scope.manifest.catalogue?.file),
      cataloguePlace('/catalogue/file'),
    ),
    asked: false,
  },
  'catalogue.procedures': fact(
    'section',
    'danh sách thủ tục hành chính',
    'list of procedures',
    ({ dossier }) => (dossier.catalogue.procedures === undefined ? undefined : true),
    cataloguePlace('/catalogue'),
  ),
  'catalogue.count': fact(
    'number',
    'số thủ tục hành chính trong danh mục',
    'procedures in the catalogue',
    count,
    cataloguePlace('/catalogue'),
  ),
  'catalogue.inForceCount': fact(
    'number',
    'số thủ tục hành chính đang có hiệu lực',
    'procedures in force',
    (scope, clock) => inForceCount(scope, clock),
    cataloguePlace('/catalogue'),
  ),
}

/** How many procedures are in force on the day; unknown while there is no list. */
const inForceCount = (scope: Scope, clock: Clock) =>
  scope.dossier.catalogue.procedures && scope.derive(proceduresInForce, clock).length

interface Item extends CatalogueEntry {
  /** Entries of the catalogue with the same key, this one among them. */
  same: number
  place: ReturnType<typeof procedurePlace>
}

/** National `1.001612`, local `1.012753.H19`, and the older long form `1.001612.000.00.00.H29`. */
const FORM = /^\d\.\d{6}(?:(?:\.\d{3}\.\d{2}\.\d{2})?\.[A-Z]\d{2})?$/

function items(scope: Scope, clock: Clock): readonly Item[] {
  return [...scope.derive(entriesByKey, clock).values()]
    .flatMap((same) =>
      same.map((entry) => ({ ...entry, same: same.length, place: procedurePlace(scope, entry.index) })),
    )
    .sort((a, b) => a.index - b.index)
}

/** Every entry of the catalogue, whatever the day. */
export const catalogueEntriesList = list<Item>({
  label: { vi: 'thủ tục hành chính trong danh mục', en: 'procedures in the catalogue' },
  items,
  place: (item) => item.place,
  fields: {
    code: field('text', 'mã thủ tục hành chính', 'procedure code', (item: Item) => item.procedure.code),
    name: field('text', 'tên thủ tục hành chính', 'procedure name', (item: Item) => item.procedure.name),
    wellFormed: field('flag', 'mã đúng định dạng', 'code is well formed', (item: Item) =>
      FORM.test(item.procedure.code.trim()),
    ),
    same: field('number', 'số lần mã xuất hiện', 'times the code is listed', (item: Item) => item.same),
  },
})
