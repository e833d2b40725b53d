import { type AgencyIndex, agencyIndex } from '../../service/agency-index.ts'
import { parseBundleKey } from '../../service/keys.ts'
import type { Store } from '../../store/store.ts'
import { isJudged } from './is-judged.ts'

/** Where {@link PendingUploads} looks. */
export interface PendingStores {
  bundles: Store
  verdicts: Store
  /** After so many seconds no form is valid any more and a bundle is not replaced. */
  formSeconds: number
}

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
    const { bundles, verdicts, formSeconds } = this.#stores
    let index: AgencyIndex | undefined
    for await (const object of bundles.list('bundles/')) {
      const upload = parseBundleKey(object.key)
      const seen = `${object.key} ${object.modified}`
      if (upload === undefined || this.#judged.has(seen)) continue
      if (index?.code !== upload.code) index = await agencyIndex(upload.code, verdicts)
      if (isJudged(object, index, formSeconds)) this.#judged.add(seen)
      else yield object.key
    }
  }
}
