import type { Verifier } from '../auth/verifier.ts'
import type { Judge } from '../evaluation/evaluate-bundle.ts'
import type { Service } from '../service/service.ts'
import type { Presigner } from './presigner.ts'

/** Where and when something went wrong on our side. */
export interface FaultPlace {
  requestId: string
  method: string
  path: string
}

/** What the HTTP API works with; each edge brings its own. */
export interface WebTools {
  service: Pick<
    Service,
    'uploadStatus' | 'uploadsToday' | 'listVerdicts' | 'latestVerdict' | 'readVerdict' | 'verdictPage'
  >
  auth: Verifier
  presigner: Presigner
  /** The store of verdicts, where pre-screenings are kept too. */
  documents: { read(key: string): Promise<Uint8Array | undefined> }
  /** By which the service judges. */
  judge: Pick<Judge, 'ruleSet' | 'engine'>
  clock: () => Date
  /** Eight lower-case hex digits, others each time. */
  random: () => string
  /** Hears of every fault of ours; callers are told only that there was one. */
  onFault: (fault: unknown, place: FaultPlace) => void
  settings: WebSettings
}

export interface WebSettings {
  /** Of an uploaded bundle. */
  maxUploadBytes: number
  /** How long a form for an upload is valid. */
  uploadSeconds: number
  /** How many bundles an agency may send in a day. */
  uploadsPerDay: number
}

/** A quarter of an hour is enough for 50 MiB over a slow line. */
export const DEFAULT_UPLOAD_SECONDS = 15 * 60
