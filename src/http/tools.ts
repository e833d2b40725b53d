import type { Localized } from '../core/errors.ts'
import type { Authority } from '../province/authority.ts'
import type { Audit } from '../service/audit.ts'
import type { ServiceWithDrafts } from '../service/create-service.ts'
import type { EndedSessions } from '../service/ended-sessions.ts'
import type { OfVersion } from '../service/prescreen-versions.ts'
import type { Service } from '../service/service.ts'
import type { Presigner, Store } from '../service/store.ts'
import type { Workers } from '../service/tasks.ts'
import type { VisitStore } from '../service/visits.ts'
import type { VerdictSigner } from '../verdict/known-keys.ts'
import type { Judge } from '../verdict/pipeline.ts'
import type { Assets } from './assets.ts'
import type { DevelopmentProvider } from './sign-in/development-issuer.ts'
import type { Sealer } from './sign-in/sealer.ts'
import type { SignIn } from './sign-in/sign-in.ts'
import type { Verifier } from './sign-in/verifier.ts'
import type { Throttle } from './throttle.ts'

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
    'uploadStatus' | 'uploadsToday' | 'isWithinQuota' | 'listVerdicts' | 'latestVerdict' | 'readVerdict' | 'verdictPage'
  >
  auth: Verifier
  presigner: Presigner
  /** The store of verdicts, where pre-screenings are kept too. */
  documents: Pick<Store, 'read' | 'list'>
  /** Who reads what was sent, and does what takes long. */
  workers: Workers
  /** By whom verdicts are signed; its public keys are told to anybody. */
  signer: VerdictSigner
  /** Where it is recorded who did what. */
  audit: Audit
  /** Turns away who calls too often; absent: nobody is. */
  throttle?: Throttle | undefined
  /** By which the service judges. */
  judge: Judge
  clock: () => Date
  /** Eight lower-case hex digits, others each time. */
  random: () => string
  /** Hears of every fault of ours; callers are told only that there was one. */
  onFault: (fault: unknown, place: FaultPlace) => void
  settings: WebSettings
}

interface WebSettings {
  /** Of an uploaded bundle. */
  maxUploadBytes: number
  /** How long a form for an upload is valid. */
  uploadSeconds: number
  /** How many bundles an agency may send in a day. */
  uploadsPerDay: number
}

/** A quarter of an hour is enough for 50 MiB over a slow line. */
export const DEFAULT_UPLOAD_SECONDS = 15 * 60

/** What the pages work with: what the API has, and what a browser needs beside. */
export interface PageTools extends Omit<WebTools, 'service' | 'auth'> {
  service: ServiceWithDrafts
  signIn: SignIn
  sealer: Sealer
  /** Which sessions were ended before their time. */
  sessions: EndedSessions
  /** Has a version of a pre-screening made that `ask` keeps was asked for; resolves when that is on its way. */
  makeVersion: (of: OfVersion, ask: () => Promise<unknown>) => Promise<void>
  /** Where pre-screenings and what inspectors write beside them are kept: the store of verdicts. */
  desk: Pick<Store, 'read' | 'list' | 'put' | 'putIfAbsent'>
  /** Where the authority's records and lists of agencies, and its visits, are kept: the store of bundles. */
  authorityFiles: { bundles: VisitStore; catalogueKey: string | undefined }
  /** What the authority says of itself on its papers; left blank where absent. */
  authority?: Authority | undefined
  assets: Assets
  /** Address of the service for its clients, without a slash at the end; known once the service listens. */
  publicUrl: () => string
  /** Said at the top of every page. */
  warning?: Localized | undefined
  /** The issuer for trying out, where there is no other. */
  development?: DevelopmentProvider | undefined
}
