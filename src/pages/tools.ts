import type { DevelopmentProvider } from '../auth/development/provider.ts'
import type { Sealer } from '../auth/session/sealer.ts'
import type { SignIn } from '../auth/sign-in/sign-in.ts'
import type { Localized } from '../base/localized.ts'
import type { Authority } from '../report/cohort/authority.ts'
import type { Service } from '../service/service.ts'
import type { Store } from '../store/store.ts'
import type { WebTools } from '../web/tools.ts'
import type { Assets } from './assets/assets.ts'

/** What the pages work with: what the API has, and what a browser needs beside. */
export interface PageTools extends Omit<WebTools, 'service' | 'auth'> {
  service: Service
  signIn: SignIn
  sealer: Sealer
  /** Where pre-screenings and what inspectors write beside them are kept: the store of verdicts. */
  desk: Pick<Store, 'read' | 'list' | 'put' | 'putIfAbsent'>
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
