import * as z from 'zod'
import { BoundedMemo, mapConcurrent } from '../core/async.ts'
import { parseOpenly } from '../core/schemas.ts'
import { type PlanChange, planChange } from '../province/submissions.ts'
import { StoredDocumentFault } from './documents.ts'
import { planChangesPrefix } from './keys.ts'
import type { Store } from './store.ts'

/** What a person wrote beside a plan: a change with its reason, or that an earlier one is taken back. */
const written = z.discriminatedUnion('change', [
  ...planChange.options,
  z.strictObject({
    change: z.literal('undo'),
    agency: z.string().min(1),
    reason: z.string().min(1),
    by: z.string().min(1),
  }),
])
export type WrittenChange = z.infer<typeof written>

const stored = z.strictObject({ on: z.iso.datetime(), change: written })

/** Most changes that are kept beside the plan of one year: some thirty for every agency of a large province. */
export const MAX_PLAN_CHANGES = 5_000
/** Bytes of one change as it is stored; the form takes a reason of 500 characters. */
const CHANGE_BYTES = 16 * 1024

/** A change as it was written, and when. */
export interface DatedChange {
  /** ISO 8601, UTC. */
  on: string
  change: WrittenChange
}

/** Whether no more changes are taken beside the plan of a year. */
export async function isPlanFull(province: string, year: number, store: Pick<Store, 'list'>): Promise<boolean> {
  let there = 0
  for await (const _ of store.list(planChangesPrefix(province, year), { limit: MAX_PLAN_CHANGES, keysOnly: true }))
    there++
  return there >= MAX_PLAN_CHANGES
}

/**
 * Keeps a change; nothing that was written before is overwritten, so that two people at once lose nothing.
 * @param on instant, as `Date.toISOString` writes it
 * @param random eight lower-case hex digits
 */
export async function writePlanChange(
  { province, year }: { province: string; year: number },
  { on, change }: DatedChange,
  random: string,
  store: Pick<Store, 'putIfAbsent'>,
): Promise<void> {
  const key = `${planChangesPrefix(province, year)}${on.replace(/[-:.]/g, '')}-${random}.json`
  const json = new TextEncoder().encode(`${JSON.stringify(stored.parse({ on, change }), null, 2)}\n`)
  await store.putIfAbsent(key, json, 'application/json')
}

/**
 * Everything written beside a year's plan, in the order of writing.
 * @throws StoredDocumentFault when what stands there is no change
 */
export async function readPlanChanges(
  province: string,
  year: number,
  store: Pick<Store, 'list' | 'read'>,
): Promise<DatedChange[]> {
  const keys: string[] = []
  // Two who write at once may pass the bound by one each; what is there beyond it is not read.
  const bound = { limit: 2 * MAX_PLAN_CHANGES }
  const prefix = planChangesPrefix(province, year)
  const known = KNOWN.get(store)
  for await (const { key } of store.list(prefix, { ...bound, keysOnly: true })) keys.push(key)
  // Sizes are asked for only where there is something to read.
  if (keys.some((key) => known?.peek(key) === undefined))
    for await (const { key, size } of store.list(prefix, bound))
      if (size > CHANGE_BYTES) throw StoredDocumentFault.entry(key, new RangeError(`${size} > ${CHANGE_BYTES} bytes`))
  const changes = new Map<string, DatedChange>()
  await mapConcurrent(keys, AT_ONCE, async (key) => {
    const change = await readChange(key, store)
    if (change !== undefined) changes.set(key, change)
  })
  return keys.flatMap((key) => changes.get(key) ?? [])
}

/** Changes read at once. */
const AT_ONCE = 8

/** What was written is never changed: of each store it is read once in a process. */
const KNOWN = new WeakMap<object, BoundedMemo<string, DatedChange>>()

async function readChange(key: string, store: Pick<Store, 'read'>): Promise<DatedChange | undefined> {
  const known = KNOWN.get(store) ?? new BoundedMemo(4 * MAX_PLAN_CHANGES)
  KNOWN.set(store, known)
  const before = known.peek(key)
  if (before !== undefined) return before
  const bytes = await store.read(key)
  if (bytes === undefined) return undefined
  try {
    const change = parseOpenly(stored, JSON.parse(new TextDecoder().decode(bytes)))
    return known.get(key, () => change)
  } catch (cause) {
    throw StoredDocumentFault.entry(key, cause)
  }
}

/** The changes that stand: of each agency the last one, unless it was taken back. */
export function standingChanges(written: readonly DatedChange[]): PlanChange[] {
  const last = new Map<string, WrittenChange>()
  for (const { change } of written) last.set(change.agency, change)
  return [...last.values()].flatMap((one) => (one.change === 'undo' ? [] : [one]))
}
