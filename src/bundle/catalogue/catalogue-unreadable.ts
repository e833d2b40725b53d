import { QmsVerdictError } from '../../base/errors.ts'
import type { Localized } from '../../base/localized.ts'
import { displayName } from '../display.ts'

/** A procedure list cannot be read for what the file is; `text` says where, what was found, what to do. */
export class CatalogueUnreadable extends QmsVerdictError {
  override name = 'CatalogueUnreadable'
  readonly text: Localized

  /**
   * @param file name of the file
   * @param why sentences that do not name the file
   */
  constructor(file: string, why: Localized, options?: ErrorOptions) {
    const shown = displayName(file)
    const text = { vi: `${shown}: ${why.vi}`, en: `${shown}: ${why.en}` }
    super(text.en, options)
    this.text = text
  }
}
