import { agencyIndex } from '../../service/agency-index.ts'
import { parseBundleKey } from '../../service/keys.ts'
import type { Service } from '../../service/service.ts'
import type { Store } from '../../store/store.ts'
import { describeFault, type Log } from '../log.ts'
import { isJudged } from './is-judged.ts'
import type { Leases } from './leases.ts'
import type { Work } from './work-queue.ts'

/** What judging works with. */
export interface JudgingTools {
  service: Pick<Service, 'evaluateUpload'>
  bundles: Store
  verdicts: Store
  /** See {@link isJudged}. */
  formSeconds: number
  leases: Leases
  log: Log
}

/** The work of judging the bundle under a key, once over all processes that share the store. */
export function judgeUpload(key: string, tools: JudgingTools): Work {
  const { service, bundles, verdicts, formSeconds, leases, log } = tools
  return {
    id: key,
    async run() {
      const upload = parseBundleKey(key)
      const object = await bundles.head(key)
      if (upload === undefined || object?.modified === undefined) {
        log('warn', 'upload-ignored', { key })
        return undefined
      }
      // It may have waited long, and another process may have been faster.
      if (isJudged(object, await agencyIndex(upload.code, verdicts), formSeconds)) return undefined
      const lease = await leases.take(upload.code, upload.uploadId)
      if (lease !== 'taken') return { againInMs: lease.heldMs }
      const start = performance.now()
      const evaluated = await service.evaluateUpload({ key, versionId: object.versionId, on: object.modified })
      const { entry, stored, faults } =
        'entry' in evaluated ? evaluated : { entry: undefined, stored: undefined, faults: [] }
      for (const { rule, fault } of faults)
        log('error', 'rule-failed', { ...upload, rule, fault: describeFault(fault) })
      log('info', 'upload-judged', {
        ...upload,
        kind: evaluated.kind,
        stored,
        ...(entry?.kind === 'verdict' ? { status: entry.status } : { code: upload.code, refusal: entry?.code }),
        ms: Math.round(performance.now() - start),
      })
      return undefined
    },
  }
}
