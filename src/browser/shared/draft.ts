import { isMembers, type Members } from '../builder/field-value.ts'

/** A manifest kept on the device, by the agency it is of. */
export class Draft {
  readonly #key: string

  constructor(agency: string) {
    this.#key = `manifest-draft:${agency}`
  }

  /** The draft of an earlier visit; undefined where there is none that can be read. */
  read(): Members | undefined {
    const text = localStorage.getItem(this.#key)
    const value = text === null ? undefined : parsed(text)
    return isMembers(value) ? value : undefined
  }

  /** @throws DOMException when the device has no room or keeps nothing */
  keep(manifest: Members): void {
    localStorage.setItem(this.#key, JSON.stringify(manifest))
  }

  clear(): void {
    localStorage.removeItem(this.#key)
  }
}

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    // A draft of ours that something else wrote over is none.
    return undefined
  }
}
