import { MANIFEST_CHECK_PATH, TOKEN_PATH } from '../../core/paths.ts'

/** The session has run out: the person must sign in again, what they chose is still there. */
export class SignedOut extends Error {
  override name = 'SignedOut'
}

/** Somebody signed in for another agency meanwhile. */
export class OtherAgency extends Error {
  override name = 'OtherAgency'
}

/** No answer came: the connection is gone, or the service is down for the moment. */
export class Lost extends Error {
  override name = 'Lost'
}

/** On whose behalf the pages' own routes are asked. */
export interface Asking {
  /** Of the session; taken anew after signing in again. */
  csrf: string
  /** Whose page this is. */
  agency: string
  /** Where the token of the session is asked for; absent: that of an agency. */
  tokenPath?: string
}

/**
 * Posts something to a route of the site.
 * @throws SignedOut; OtherAgency; Lost when the same may be tried again
 */
export async function post(
  path: string,
  body: Blob | string,
  asking: Asking,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const type = typeof body === 'string' ? 'application/json' : body.type
  const headers = { 'Content-Type': type, ...more }
  const once = () => ask(path, { method: 'POST', body, headers: { ...headers, 'X-CSRF-Token': asking.csrf } })
  const answer = await once()
  if (answer.status !== 409) return answer
  // Signed in again in another tab since this page was opened.
  const { csrf, agency } = await (await ask(asking.tokenPath ?? TOKEN_PATH, {})).json()
  if (agency !== asking.agency) throw new OtherAgency(agency)
  asking.csrf = csrf
  return once()
}

/** Asks a route of the site for what it has. @throws SignedOut; Lost */
export const get = (path: string): Promise<Response> => ask(path, {})

async function ask(path: string, init: RequestInit): Promise<Response> {
  const headers = { ...init.headers, Accept: 'application/json' }
  const answer = await fetch(path, { ...init, headers, redirect: 'manual' }).catch((cause) => {
    throw new Lost(`no answer from ${path}`, { cause })
  })
  if (answer.type === 'opaqueredirect' || answer.status === 401) throw new SignedOut(path)
  if (answer.status >= 500) throw new Lost(`${path}: ${answer.status}`)
  return answer
}

/** One thing that is wrong with a manifest. */
export interface ManifestProblem {
  /** RFC 6901, where the place has one. */
  pointer?: string
  /** Where, what was found, what was expected and what to do. */
  text: string
  /** Where the form asked: title of its section and label of its field, empty where there is none, and what to do. */
  section?: string
  label?: string
  expected?: string
}

/** What the service says of a manifest. */
export type ManifestCheck = { ok: true; notes?: string[] } | { ok: false; message: string; problems: ManifestProblem[] }

/** The service takes no more at once; above it the check is left to the judgement itself. */
const MOST_CHECKED_BYTES = 3.5 * 1024 * 1024

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Has the service check a manifest by the schema it judges by, before anything is sent.
 * @param name says its form; a YAML manifest, or a very large one, is not checked: undefined
 * @param form whether problems are told of the form's sections and fields, not of the file
 * @throws SignedOut; Lost
 */
export async function checkManifest(
  name: string,
  content: Blob,
  asking: Asking,
  form = false,
): Promise<ManifestCheck | undefined> {
  const type = name.endsWith('.json') ? 'application/json' : name.endsWith('.xlsx') ? XLSX : undefined
  if (type === undefined || content.size > MOST_CHECKED_BYTES) return undefined
  const answer = await post(
    `${MANIFEST_CHECK_PATH}${form ? '?form' : ''}`,
    content.slice(0, content.size, type),
    asking,
  )
  return answer.json()
}
