import { type ErasableStore, StoreFault } from '../../src/service/store.ts'

/** When a store fails: the how-manieth call, and whether the call has had its effect by then. */
export interface FaultPlan {
  call: number
  effect: 'before' | 'after'
}

/** Where several stores count their calls together. */
export interface Calls {
  made: number
  failed: boolean
}

/** A store that does what another does, but for one call that fails, as a disk, a network or a killed process does. */
export function faultyStore(store: ErasableStore, plan: FaultPlan, calls: Calls): ErasableStore {
  async function call<T>(act: () => Promise<T>): Promise<T> {
    const met = ++calls.made === plan.call
    if (met) calls.failed = true
    const fault = new StoreFault('write', 'injected', { vi: 'lỗi thử nghiệm', en: 'injected fault' })
    if (met && plan.effect === 'before') throw fault
    const result = await act()
    if (met) throw fault
    return result
  }
  return {
    head: (key) => call(() => store.head(key)),
    read: (key) => call(() => store.read(key)),
    put: (...args) => call(() => store.put(...args)),
    putIfAbsent: (...args) => call(() => store.putIfAbsent(...args)),
    remove: (key) => call(() => store.remove(key)),
    erase: (key) => call(() => store.erase(key)),
    async source(...args) {
      const source = await call(() => store.source(...args))
      return source && { size: source.size, read: (offset, length) => call(() => source.read(offset, length)) }
    },
    async *list(...args) {
      await call(async () => undefined)
      yield* store.list(...args)
    },
  }
}
