import { type DraftState, draftOf } from '../builder/draft-steps.ts'
import { isMembers, type Members, type Value } from '../builder/field-value.ts'

/** A manifest in the making, kept on the device, by the agency it is of. All tabs of the agency share it. */
export class Draft {
  readonly #key: string
  /** What this tab read or wrote last: anything else there is another tab's. */
  #seen: string | null = null

  constructor(agency: string) {
    this.#key = `manifest-draft:${agency}`
  }

  /** The draft of an earlier visit; undefined where there is none that can be read. */
  read(): DraftState | undefined {
    this.#seen = localStorage.getItem(this.#key)
    return this.#seen === null ? undefined : stateIn(parsed(this.#seen))
  }

  /** What another tab has done since this one last looked: a draft, or none where it was deleted. Undefined for nothing new. */
  news(): { draft: DraftState | undefined } | undefined {
    return localStorage.getItem(this.#key) === this.#seen ? undefined : { draft: this.read() }
  }

  /** @throws DOMException when the device has no room or keeps nothing */
  keep(draft: DraftState): void {
    const text = JSON.stringify(draft)
    localStorage.setItem(this.#key, text)
    this.#seen = text
  }

  clear(): void {
    localStorage.removeItem(this.#key)
    this.#seen = null
  }

  /** Calls when another tab has written, and when this one is looked at again after it may have slept. */
  onNews(call: () => void): void {
    addEventListener('storage', ({ key }) => {
      if (key === this.#key || key === null) call()
    })
    addEventListener('pageshow', call)
    document.addEventListener('visibilitychange', call)
  }
}

/** The draft in what was kept, here or with the service; an earlier release kept the manifest alone. */
export function stateIn(kept: Value | undefined): DraftState | undefined {
  if (!isMembers(kept)) return undefined
  if (!isMembers(kept.manifest)) return isMembers(kept.agency) ? draftOf(kept) : undefined
  const putAway: Members = isMembers(kept.putAway) ? kept.putAway : {}
  const texts = (value: Value | undefined) =>
    Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  const reading = typeof kept.reading === 'string' ? { reading: kept.reading } : {}
  const papers = papersIn(kept.papers)
  return {
    manifest: kept.manifest,
    putAway,
    stated: texts(kept.stated),
    papers,
    confirmed: texts(kept.confirmed),
    ...reading,
  }
}

function papersIn(kept: Value | undefined): DraftState['papers'] {
  const found = Object.entries(isMembers(kept) ? kept : {}).flatMap(([path, paper]) =>
    isMembers(paper) && typeof paper.sha256 === 'string' && typeof paper.bytes === 'number'
      ? [[path, { sha256: paper.sha256, bytes: paper.bytes }] as const]
      : [],
  )
  return Object.fromEntries(found)
}

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    // A draft of ours that something else wrote over is none.
    return undefined
  }
}
