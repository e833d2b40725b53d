import type { Hono } from 'hono'
import type { Store } from '../../store/store.ts'
import type { Presigner } from '../../web/presigner.ts'
import type { Leases } from '../jobs/leases.ts'

/** Where the service keeps everything, with what is special to it. */
export interface OpenedPlace {
  bundles: Store
  verdicts: Store
  presigner: Presigner
  leases: Leases
  /** Takes uploads in, where the store cannot do so itself. */
  uploads: Hono | undefined
}
