import type { Clock, Day } from '../../core/days.ts'
import { procedureKey } from '../../core/names.ts'
import type { Declaration } from '../../dossier/quality-system.ts'
import { type CatalogueEntry, catalogueEntries, procedurePlace, proceduresInForce } from './catalogue.ts'
import { declarationInForce, declared } from './declaration.ts'
import { type Facts, fact, field, list } from './fact.ts'
import { processesByProcedure } from './procedures.ts'
import { day, done, type Scope, usableFile } from './scope.ts'

/** What the declaration in force says it covers (QĐ 19/2014 Điều 4 khoản 3; TT 26/2014 Điều 36 khoản 1 điểm a). */
export const declarationScopeFacts: Facts = {
  'declaration.procedureCount': declared(
    'number',
    'danh mục thủ tục hành chính kèm theo công bố',
    'list of procedures annexed to the declaration',
    '/procedures',
    ({ act }) => act.procedures?.length,
  ),
  'declaration.procedures': declared(
    'texts',
    'mã các thủ tục hành chính được công bố',
    'codes of the procedures declared',
    '/procedures',
    ({ act }) => act.procedures,
  ),
  'declaration.allProcedures': declared(
    'flag',
    'công bố áp dụng cho toàn bộ thủ tục hành chính',
    'declared for all procedures',
    '/allProcedures',
    ({ act }) => act.allProcedures ?? false,
  ),
  'declaration.internalPart': declared(
    'flag',
    'phần quy trình nội bộ của công bố',
    'internal part of the declaration',
    '/internalProcesses',
    ({ act: { internalProcesses: part } }) => (Array.isArray(part) ? part.length > 0 : part),
  ),
}

/** The scope of the QMS as it is stated (TCVN ISO 9001:2015 khoản 4.3). */
export const scopeStatementFacts: Facts = {
  'scope.statement': fact(
    'text',
    'nội dung phạm vi áp dụng',
    'statement of the scope',
    ({ manifest }) => manifest.scope?.statement,
    () => '/scope/statement',
  ),
  'scope.exclusions': fact(
    'texts',
    'các yêu cầu không áp dụng',
    'requirements not applied',
    ({ manifest: { scope } }) => scope && (scope.exclusions ?? []).map(({ clause }) => clause),
    () => '/scope/exclusions',
  ),
  'scope.file': fact(
    'file',
    'văn bản xác định phạm vi áp dụng',
    'document stating the scope',
    (scope) => usableFile(scope, scope.manifest.scope?.file),
    () => '/scope/file',
  ),
}

/** A change of scope, or something absent without which changes cannot be told. */
interface Item {
  kind: 'missing' | 'uncovered' | 'repealed' | 'event' | 'eventUnnamed'
  /** Procedure code, day of the event, or name of what is absent. */
  key: string
  name?: string
  /** Day from which the change had to be declared. */
  day?: Day
  /** Whether the declaration in force takes the change in. */
  declared: boolean
  place: { pointer?: string; file?: string; row?: number }
}

/** Of the kinds of event, those the Decision names (Điều 4 khoản 4 điểm c). */
const NAMED: readonly string[] = ['widened', 'narrowed', 'adjusted']

function items(scope: Scope, clock: Clock): readonly Item[] {
  const found = scope.derive(declarationInForce, clock)
  if (!found) return []
  const events = eventItems(scope, clock)
  return found.act.allProcedures ? events : [...events, ...procedureItems(scope, found, clock)]
}

function missing(key: string, pointer: string): Item {
  return { kind: 'missing', key, declared: false, place: { pointer } }
}

/** A change is met by any declaration signed since, also one that another has replaced or that was withdrawn later. */
function eventItems({ manifest }: Scope, clock: Clock): Item[] {
  if (!manifest.scopeEvents) return [missing('scopeEvents', '/scopeEvents')]
  const signed = (manifest.declarations ?? []).flatMap(({ signedOn }) => done(signedOn, clock) ?? [])
  return manifest.scopeEvents.flatMap((event, index): Item[] => {
    const on = day(event.on)
    if (on === undefined || !clock.reached(on)) return []
    const item: Item = {
      ...(event.note !== undefined && { name: event.note }),
      kind: NAMED.includes(event.kind) ? 'event' : 'eventUnnamed',
      key: event.on,
      day: on,
      declared: signed.some((day) => day >= on),
      place: { pointer: `/scopeEvents/${index}` },
    }
    return [item]
  })
}

function procedureItems(scope: Scope, { act, index }: { act: Declaration; index: number }, clock: Clock): Item[] {
  const absent: Item[] = []
  if (!scope.dossier.catalogue.procedures) absent.push(missing('catalogue', '/catalogue'))
  if (!scope.manifest.processes) absent.push(missing('processes', '/processes'))
  if (!act.procedures) return [...absent, missing('procedures', `/declarations/${index}/procedures`)]
  const declared = new Set(act.procedures.map(procedureKey))
  const live = scope.derive(proceduresInForce, clock)
  return [...absent, ...uncovered(scope, live, declared, clock), ...repealed(scope, live, declared, clock)]
}

/** Procedures in force that a process in force covers and the declaration leaves out. */
function uncovered(scope: Scope, live: readonly CatalogueEntry[], declared: ReadonlySet<string>, clock: Clock): Item[] {
  const serving = scope.derive(processesByProcedure, clock)
  return live.flatMap((entry): Item[] => {
    if (declared.has(entry.key)) return []
    const since = (serving.get(entry.key) ?? []).flatMap(
      ({ process }) => day(process.since ?? process.effectiveOn) ?? [],
    )
    if (since.length === 0) return []
    const begun = Math.min(...since)
    return [fromEntry(scope, 'uncovered', entry, Math.max(begun, entry.effectiveFrom ?? begun))]
  })
}

/** Codes declared whose procedure is in force no longer, under any of its entries. Unknown codes are no change. */
function repealed(scope: Scope, live: readonly CatalogueEntry[], declared: ReadonlySet<string>, clock: Clock): Item[] {
  const alive = new Set(live.map((entry) => entry.key))
  const last = new Map<string, { entry: CatalogueEntry; ended: Day }>()
  for (const entry of scope.derive(catalogueEntries, clock)) {
    const ended = entry.effectiveTo
    if (ended === undefined || !declared.has(entry.key) || alive.has(entry.key) || !clock.reached(ended)) continue
    if (ended >= (last.get(entry.key)?.ended ?? ended)) last.set(entry.key, { entry, ended })
  }
  return [...last.values()].map(({ entry, ended }) => fromEntry(scope, 'repealed', entry, ended))
}

function fromEntry(scope: Scope, kind: Item['kind'], entry: CatalogueEntry, on: Day): Item {
  const { code, name } = entry.procedure
  return { kind, key: code, name, day: on, declared: false, place: procedurePlace(scope, entry.index) }
}

/** What has changed in the scope since, or was left out of, the declaration in force (QĐ 19/2014 Điều 4 khoản 4 điểm c). */
export const scopeChangesList = list<Item>({
  label: { vi: 'thay đổi phạm vi áp dụng', en: 'changes of scope' },
  items,
  place: (item) => item.place,
  fields: {
    kind: field('text', 'loại thay đổi', 'kind of change', (item: Item) => item.kind),
    key: field('text', 'thay đổi', 'change', (item: Item) => item.key),
    missing: field('text', 'nội dung còn thiếu', 'what is absent', (item: Item) =>
      item.kind === 'missing' ? item.key : undefined,
    ),
    name: field('text', 'tên thủ tục hoặc nội dung thay đổi', 'procedure or note', (item: Item) => item.name),
    day: field('day', 'ngày thay đổi', 'day of the change', (item: Item) => item.day),
    declared: field('flag', 'đã được công bố', 'declared', (item: Item) => item.declared),
  },
})
