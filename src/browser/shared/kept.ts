/** Work in the making that the device keeps by a name. All tabs share it. */
export class Kept<T> {
  readonly #key: string
  readonly #read: (kept: unknown) => T | undefined
  /** What this tab read or wrote last: anything else there is another tab's. */
  #seen: string | null = null

  /** @param read what was kept, out of its JSON; undefined for what is none of ours */
  constructor(key: string, read: (kept: unknown) => T | undefined) {
    this.#key = key
    this.#read = read
  }

  /** What an earlier visit left; undefined where there is nothing that can be read. */
  read(): T | undefined {
    this.#seen = localStorage.getItem(this.#key)
    return this.#seen === null ? undefined : this.#read(parsed(this.#seen))
  }

  /** What another tab has done since this one last looked: what it left, or none where that was deleted. Undefined for nothing new. */
  news(): { kept: T | undefined } | undefined {
    return localStorage.getItem(this.#key) === this.#seen ? undefined : { kept: this.read() }
  }

  /** @throws DOMException when the device has no room or keeps nothing */
  keep(kept: T): void {
    const text = JSON.stringify(kept)
    localStorage.setItem(this.#key, text)
    this.#seen = text
  }

  /** Takes it from the device. */
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What something else wrote over is none of ours.
    return undefined
  }
}
