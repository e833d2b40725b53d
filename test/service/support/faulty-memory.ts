import { DiskFull, type ErasableStore, type ListOptions, StoreFault } from '../../../src/service/store.ts'

/** How often what was met. */
export type Met = Record<string, number>

const WHY = { vi: 'lỗi thử nghiệm', en: 'injected fault' }

/** How calls to the stores fail for the time being. */
export interface Weather {
  /** Share of calls that fail with an error of input or output. */
  eio: number
  full: boolean
  /** Calls until the process is killed; no call after that has an effect. */
  killIn: number
}

const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other))

/** A store in memory that never fails. */
export function memoryStore(): ErasableStore {
  const weather = { eio: 0, full: false, killIn: Number.POSITIVE_INFINITY }
  return new FaultyMemory(
    weather,
    () => 1,
    () => new Date(0),
    {},
  )
}

/** A store in memory, in which each write is whole, and whose calls fail by the weather. */
export class FaultyMemory implements ErasableStore {
  readonly objects = new Map<string, { bytes: Uint8Array; modified: string }>()
  readonly #weather: Weather
  readonly #random: () => number
  readonly #now: () => Date
  readonly #met: Met

  constructor(weather: Weather, random: () => number, now: () => Date, met: Met) {
    this.#weather = weather
    this.#random = random
    this.#now = now
    this.#met = met
  }

  #call<T>(kind: 'read' | 'write', act: () => T): T {
    const weather = this.#weather
    this.#met.calls = (this.#met.calls ?? 0) + 1
    if (weather.killIn <= 0) throw new StoreFault(kind, 'killed', WHY)
    weather.killIn--
    if (kind === 'write' && weather.full) throw new DiskFull('memory')
    const isFaulty = this.#random() < weather.eio
    if (isFaulty && this.#random() < 0.5) throw new StoreFault(kind, 'EIO before', WHY)
    const result = act()
    if (isFaulty || weather.killIn === 0) throw new StoreFault(kind, 'EIO after', WHY)
    return result
  }

  #stored(key: string) {
    const found = this.objects.get(key)
    return found && { key, size: found.bytes.length, modified: found.modified }
  }

  async head(key: string) {
    return this.#call('read', () => this.#stored(key))
  }
  async read(key: string) {
    return this.#call('read', () => this.objects.get(key)?.bytes)
  }
  async source(key: string) {
    const bytes = await this.read(key)
    if (bytes === undefined) return undefined
    const part = (offset: number, length: number) => bytes.slice(offset, offset + length)
    return {
      size: bytes.length,
      read: async (offset: number, length: number) => this.#call('read', () => part(offset, length)),
    }
  }
  async putIfAbsent(key: string, bytes: Uint8Array) {
    return this.#call('write', () => {
      if (this.objects.has(key)) return 'present' as const
      this.#set(key, bytes)
      return 'written' as const
    })
  }
  async put(key: string, bytes: Uint8Array) {
    this.#call('write', () => this.#set(key, bytes))
  }
  #set(key: string, bytes: Uint8Array): void {
    this.objects.set(key, { bytes, modified: `${this.#now().toISOString().slice(0, 19)}Z` })
  }
  async remove(key: string) {
    this.#call('write', () => void this.objects.delete(key))
  }
  async erase(key: string) {
    await this.remove(key)
    return 'erased' as const
  }
  async *list(prefix: string, { after = '', limit = Number.POSITIVE_INFINITY, shallow }: ListOptions = {}) {
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix) && byBytes(key, after) > 0)
    const nameOf = (key: string) => {
      const end = shallow ? key.indexOf('/', prefix.length) : -1
      return end < 0 ? key : key.slice(0, end + 1)
    }
    for (const name of [...new Set(keys.sort(byBytes).map(nameOf))].slice(0, limit)) {
      const isFolder = shallow && name.endsWith('/') && name.length > prefix.length
      const found = this.#call('read', () => (isFolder ? { key: name, size: 0 } : this.#stored(name)))
      if (found !== undefined) yield found
    }
  }
}
