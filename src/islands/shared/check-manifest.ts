import { type Asking, post } from './ask.ts'

/** One thing that is wrong with a manifest. */
export interface ManifestProblem {
  /** RFC 6901, where the place has one. */
  pointer?: string
  /** Where, what was found, what was expected and what to do. */
  text: string
}

/** What the service says of a manifest. */
export type ManifestCheck = { ok: true } | { ok: false; message: string; problems: ManifestProblem[] }

/** Where manifests are checked. */
const CHECK_PATH = '/agency/manifest/check'
/** Above it the check is left to the judgement itself. */
export const MOST_CHECKED_BYTES = 1024 * 1024

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Has the service check a manifest by the schema it judges by, before anything is sent.
 * @param name says its form; a YAML manifest, or a very large one, is not checked: undefined
 * @throws SignedOut; Lost
 */
export async function checkManifest(name: string, content: Blob, asking: Asking): Promise<ManifestCheck | undefined> {
  const type = name.endsWith('.json') ? 'application/json' : name.endsWith('.xlsx') ? XLSX : undefined
  if (type === undefined || content.size > MOST_CHECKED_BYTES) return undefined
  const answer = await post(CHECK_PATH, content.slice(0, content.size, type), asking)
  return answer.json()
}
