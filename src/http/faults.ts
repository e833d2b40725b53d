import { HTTPException } from 'hono/http-exception'
import { SIGN_IN_PATH } from '../core/paths.ts'
import { ErasedDossier } from '../service/documents.ts'
import { isDiskFull } from '../service/store.ts'
import { WorkersBusy } from '../service/workers/pool.ts'
import { DISK_FULL, HOME, notOurForm, Problem, type WayOn } from './problems.ts'
import { SignInFault } from './sign-in/sign-in.ts'
import { KeysFault, NobodyFault, TokenFault } from './sign-in/verifier.ts'
import { BUSY, FAULT, FAULT_ON_PAGE, NOBODY, NOBODY_SIGNED_IN, NOT_SIGNED_IN, UNAVAILABLE } from './words.ts'

const RETRY_AFTER_SECONDS = '10'

const AGAIN: WayOn = { href: SIGN_IN_PATH, label: { vi: 'Đăng nhập lại', en: 'Sign in again' } }

/** The problem that an error is told as; `ours` when an operator should hear of it. */
export function toProblem(error: unknown): { problem: Problem; ours: boolean } {
  const known = error instanceof Problem ? error : ofTheCaller(error)
  if (known) return { problem: known, ours: false }
  if (isDiskFull(error)) return { problem: new Problem('disk-full', DISK_FULL, { cause: error }), ours: true }
  if (error instanceof WorkersBusy) {
    const headers = { 'Retry-After': RETRY_AFTER_SECONDS }
    return { problem: new Problem('unavailable', BUSY, { headers, cause: error }), ours: true }
  }
  if (error instanceof KeysFault || isStoreFault(error)) {
    const headers = { 'Retry-After': RETRY_AFTER_SECONDS }
    return { problem: new Problem('unavailable', UNAVAILABLE, { headers, cause: error }), ours: true }
  }
  return { problem: new Problem('fault', FAULT, { onPage: { detail: FAULT_ON_PAGE }, cause: error }), ours: true }
}

/** What is the matter with the token, the sign-in or the form of whoever calls. */
function ofTheCaller(error: unknown): Problem | undefined {
  if (error instanceof TokenFault) {
    const challenge = { 'WWW-Authenticate': `Bearer error="invalid_token", error_description="${error.reason}"` }
    return new Problem('token-not-accepted', error.text, { headers: challenge, cause: error })
  }
  if (error instanceof NobodyFault) {
    const onPage = { title: NOT_SIGNED_IN, detail: NOBODY_SIGNED_IN }
    return new Problem('caller-unknown', NOBODY, { onPage, ways: [AGAIN, HOME], cause: error })
  }
  if (error instanceof SignInFault)
    return new Problem({ status: 400, title: NOT_SIGNED_IN }, error.text, { ways: [AGAIN, HOME], cause: error })
  if (error instanceof ErasedDossier) return new Problem('erased', error.text, { cause: error })
  // Thrown by the guard against forms of other sites, and by nothing else here.
  if (error instanceof HTTPException) return notOurForm(error)
  return undefined
}

/** By its name: how things are stored is the service's affair, that a store failed is everybody's. */
function isStoreFault(error: unknown): boolean {
  return error instanceof Error && error.name === 'StoreFault'
}
