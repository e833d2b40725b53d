import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { parseOpenly } from '../core/schemas.ts'
import { putDocument, StoredDocumentFault } from './documents.ts'
import { viewsPrefix } from './keys.ts'
import { KEYS_ONLY, type Store } from './store.ts'

/** A view that inspectors of a province come back to: a choice of agencies by name. */
const view = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** The part of the address after `?`. */
  query: z.string().min(1).max(500),
})
export type DeskView = z.infer<typeof view>

/** Most views that a province keeps. */
const MOST_VIEWS = 30

const kept = z.strictObject({ views: z.array(view).max(MOST_VIEWS) })

type Readable = Pick<Store, 'read' | 'list'>

interface Standing {
  views: DeskView[]
  /** Of what stands: the next one written has the number after it. */
  number: number
}

// Each change writes all views under the next number, which only one of two at once gets: the other tries again on top of it.

async function standing(province: string, store: Readable): Promise<Standing> {
  const prefix = viewsPrefix(province)
  let last = ''
  for await (const { key } of store.list(prefix, KEYS_ONLY)) last = key
  const bytes = last === '' ? undefined : await store.read(last)
  if (bytes === undefined) return { views: [], number: 0 }
  try {
    const { views } = parseOpenly(kept, JSON.parse(new TextDecoder().decode(bytes)))
    return { views, number: Number.parseInt(last.slice(prefix.length), 10) }
  } catch (cause) {
    throw StoredDocumentFault.entry(last, cause)
  }
}

/** The views that a province keeps, in the order in which they were kept first. @throws StoredDocumentFault */
export async function readViews(province: string, store: Readable): Promise<DeskView[]> {
  return (await standing(province, store)).views
}

/** Digits of a number, so that keys sort as numbers do. */
const DIGITS = 6
/** Of so many at once each gets its turn. */
const TRIES = 10

async function change(
  province: string,
  act: (views: readonly DeskView[]) => DeskView[],
  store: Readable & Pick<Store, 'putIfAbsent'>,
): Promise<void> {
  for (let tried = 1; ; tried++) {
    const { views, number } = await standing(province, store)
    const next = act(views).slice(-MOST_VIEWS)
    // Sent twice, by a double click or by going back, it is written once.
    if (isDeepStrictEqual(next, views)) return
    const key = `${viewsPrefix(province)}${String(number + 1).padStart(DIGITS, '0')}.json`
    if ((await putDocument(key, kept.parse({ views: next }), store)) === 'written') return
    if (tried === TRIES) throw StoredDocumentFault.entry(key, new Error(`taken ${TRIES} times over`))
  }
}

/**
 * Keeps a view, in the place of one of its name; of more than {@link MOST_VIEWS} the oldest goes.
 * @throws ZodError when it is none
 */
export function keepView(
  province: string,
  kept: DeskView,
  store: Readable & Pick<Store, 'putIfAbsent'>,
): Promise<void> {
  const one = view.parse(kept)
  return change(province, (views) => [...views.filter(({ name }) => name !== one.name), one], store)
}

/** Lets a view go; nothing where there is none of the name. */
export function dropView(province: string, name: string, store: Readable & Pick<Store, 'putIfAbsent'>): Promise<void> {
  return change(province, (views) => views.filter((one) => one.name !== name), store)
}
