import type { Store } from '../../store/store.ts'

/** Records of runs that were done in full; a run without one is done again, which changes nothing it had done. */
export interface RunRecords {
  isDone(run: string): Promise<boolean>
  /** @param summary counts and codes */
  done(run: string, summary: Readonly<Record<string, unknown>>): Promise<void>
}

/**
 * Records in the store of verdicts, one object a run.
 * @param now instant that is recorded
 */
export function runRecords(store: Store, now: () => Date): RunRecords {
  const keyOf = (run: string) => `runs/${run}.json`
  return {
    async isDone(run) {
      return (await store.head(keyOf(run))) !== undefined
    },
    async done(run, summary) {
      const document = `${JSON.stringify({ schemaVersion: 1, run, doneOn: now().toISOString(), ...summary }, null, 2)}\n`
      await store.putIfAbsent(keyOf(run), new TextEncoder().encode(document), 'application/json')
    },
  }
}
