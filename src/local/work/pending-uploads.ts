import { utcInstant } from '../../edge/utc-instant.ts'
import { agencyIndex } from '../../service/agency-index.ts'
import { parseBundleKey, uploadEntryKey, uploadPrefix } from '../../service/keys.ts'
import { uploadAskedOn } from '../../service/upload-id.ts'
import type { Store, StoredObject } from '../../store/store.ts'

/** Where {@link PendingUploads} looks. */
export interface PendingStores {
  bundles: Store
  verdicts: Store
  /** After so many seconds no form is valid any more and a bundle is not replaced. */
  formSeconds: number
}

/** Clocks of this service and of the store may differ by so much. */
const TOLERANCE_SECONDS = 3600

/** Finds uploads that were not judged, by what lies in the stores alone: a bundle without its index entry. */
export class PendingUploads {
  readonly #stores: PendingStores
  /** What was seen to be judged, so that each upload is looked up once. */
  readonly #judged = new Set<string>()

  constructor(stores: PendingStores) {
    this.#stores = stores
  }

  /** Keys of the bundles that are not judged, agency by agency, each in upload order. */
  async *list(): AsyncGenerator<string> {
    let index: Awaited<ReturnType<typeof agencyIndex>> | undefined
    for await (const object of this.#stores.bundles.list('bundles/')) {
      const upload = parseBundleKey(object.key)
      const seen = `${object.key} ${object.modified}`
      if (upload === undefined || this.#judged.has(seen)) continue
      if (index?.code !== upload.code) index = await agencyIndex(upload.code, this.#stores.verdicts)
      if (this.#isJudged(object, upload, index.uploads)) this.#judged.add(seen)
      else yield object.key
    }
  }

  #isJudged(
    { modified }: StoredObject,
    { code, uploadId }: { code: string; uploadId: string },
    entries: readonly string[],
  ): boolean {
    const found = entries.filter((key) => key.startsWith(uploadPrefix(code, uploadId)))
    if (found.length === 0 || modified === undefined) return false
    const own = uploadEntryKey(code, uploadId, { on: utcInstant(modified) }).replace(/[0-9a-f]{8}\.json$/, '')
    if (found.some((key) => key.startsWith(own))) return true
    // A form may be used again while it is valid. What is later was brought back from a backup, and stays judged.
    const formEnd = Date.parse(uploadAskedOn(uploadId)) + (this.#stores.formSeconds + TOLERANCE_SECONDS) * 1000
    return Date.parse(modified) > formEnd
  }
}
