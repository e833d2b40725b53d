import type { Draft, DraftSource } from './draft.ts'
import type { Given } from './piece.ts'

/** A manifest being drafted: values are put where they belong, and each leaves its source. */
export class Sheaf {
  readonly manifest: Record<string, unknown> = { format: 'qms-bundle/1' }
  readonly sources: DraftSource[] = []
  readonly doubts: Draft['doubts'] = []

  /** Puts all that a paper gives under a pointer, and the paper itself under `fileKey` where one is named. */
  put(pointer: string, file: string, { pieces, doubts }: Given, fileKey?: string): void {
    for (const { at, value, from, certainty } of pieces) {
      const place = pointer + at
      setIn(this.manifest, place.split('/').slice(1), value)
      this.sources.push({ pointer: place, value, file, ...from, certainty })
    }
    for (const { at, readings } of doubts) this.doubts.push({ file, value: pointer + at, readings: [...readings] })
    if (fileKey !== undefined) setIn(this.manifest, [...pointer.split('/').slice(1), fileKey], file)
  }
}

/** Sets a value below an object, making the lists and objects on the way. */
function setIn(root: object, keys: readonly string[], value: unknown): void {
  let here = root as Record<string, unknown>
  for (const [at, key] of keys.entries()) {
    const next = keys[at + 1]
    if (next === undefined) here[key] = value
    else {
      here[key] ??= /^\d+$/.test(next) ? [] : {}
      here = here[key] as Record<string, unknown>
    }
  }
}
