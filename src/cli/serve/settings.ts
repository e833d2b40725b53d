import type { TrustList } from '../../documents/settings.ts'
import type { ClaimNames, TokenType } from '../../http/sign-in/caller.ts'
import type { PageTools } from '../../http/tools.ts'
import type { KeepDays } from '../../service/keeping.ts'
import type { Plan } from '../../service/schedule.ts'
import type { Judge } from '../../verdict/pipeline.ts'
import type { Mail } from './mail.ts'

/** A server that speaks S3, and the two buckets there; credentials are those of the SDK (environment, profile, role). */
export interface S3Place {
  endpoint: string
  region: string
  bundleBucket: string
  verdictBucket: string
  /** File of the private key that signs verdicts, the same for all processes; a command that signs nothing needs none. */
  verdictKey?: string | undefined
  /** File of the public keys that signed before it. */
  verdictKeys?: string | undefined
}

/** Where everything is kept: a folder of this machine, or a store that several processes share. */
export type Place = { folder: string } | { s3: S3Place }

/** What the service is to its issuer, so that people sign in by it. */
export interface OidcClient {
  id: string
  /** Absent: a public client. */
  secret: string | undefined
  /** By which sessions are sealed; the same in all processes. */
  sessionSecret: Uint8Array
}

/** Whose tokens are accepted, and by whom people sign in; without a client there are no pages. */
export type Issuer =
  | {
      issuer: string
      audience: string
      keysUrl: string
      claims: ClaimNames
      tokenType: TokenType
      client: OidcClient | undefined
    }
  /** The development issuer; its key lies in the folder. */
  | { developmentKeys: string }

/** What the embedded service is started with. */
export interface LocalSettings {
  place: Place
  issuer: Issuer
  judge: Judge
  /** Key of the authority's catalogue in the store of bundles; absent: each agency's own is used. */
  catalogueKey: string | undefined
  /** Whom signatures in documents are judged by; absent: nobody is trusted. */
  trust?: TrustList | undefined
  /** What the authority says of itself on its papers; left blank where absent. */
  authority?: PageTools['authority']
  /** How notices are mailed; absent: they lie in the outbox alone. */
  mail?: Mail | undefined
  plan: Plan
  /** Address to listen on. */
  host: string
  /** 0 = any that is free. */
  port: number
  /** Under which clients reach it; absent: by host and port. */
  publicUrl: string | undefined
  /** Folder of what browsers load, as the build made it. */
  assets: string
  /** Seconds after which the stores are looked through for uploads that were not judged. */
  scanSeconds: number
  /** Of a shared store: seconds for which a process keeps a bundle to itself. */
  leaseSeconds: number
  /** Bundles that one agency may send in a day. */
  uploadsPerDay: number
  /** Requests that one caller may send in a minute. */
  requestsPerMinute: number
  keep: KeepDays
  /** Where figures are served to this machine alone; absent: nowhere. */
  metricsPort?: number | undefined
  /** Bundles judged at once. */
  atOnce: number
}
