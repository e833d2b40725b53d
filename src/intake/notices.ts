import { type Localized, withValues } from '../core/errors.ts'
import { readablePath } from '../core/json.ts'
import type { Notice } from '../dossier/dossier.ts'
import type { ContainerNotice } from './container.ts'
import { displayName } from './display.ts'
import type { HiddenRemoved } from './manifest/source-text.ts'
import { NOTICES_CONTAINER_NOTICES as CONTAINER_NOTICES, NOTICES_TEXTS } from './words.ts'

export type ContainerNoticeCode = keyof typeof CONTAINER_NOTICES

/** Gathers notices, one of each kind: the first entry met stands for all. */
export class NoticeList {
  readonly #met = new Map<ContainerNoticeCode, string | undefined>()

  add(code: ContainerNoticeCode, entry?: string): void {
    if (!this.#met.has(code)) this.#met.set(code, entry)
  }

  /** The notices in the order of {@link CONTAINER_NOTICES}. */
  list(): ContainerNotice[] {
    const codes = Object.keys(CONTAINER_NOTICES) as ContainerNoticeCode[]
    return codes
      .filter((code) => this.#met.has(code))
      .map((code) => {
        const entry = this.#met.get(code)
        return { code, text: CONTAINER_NOTICES[code], ...(entry === undefined ? {} : { entry }) }
      })
  }
}

/** A named file that is not there, though one is whose name differs only in upper and lower case. */
export function caseDiffers(named: string, there: string): Notice {
  return {
    code: 'path-case-differs',
    text: withValues(NOTICES_TEXTS.manifestNamesFileBut, { named: displayName(named), there: displayName(there) }),
    file: named,
  }
}

/** A catalogue file that could not be used; `why` is a whole text in both languages. */
export function catalogueUnread(file: string, why: Localized): Notice {
  return {
    code: 'catalogue-unread',
    text: withValues(NOTICES_TEXTS.listProceduresInFile, { why }),
    file,
  }
}

/** A catalogue file that is named and not there. */
export function catalogueAbsent(file: string): Notice {
  return {
    code: 'catalogue-absent',
    text: withValues(NOTICES_TEXTS.manifestNamesAsList, { file: displayName(file) }),
    file,
  }
}

/**
 * Texts of a manifest that hidden characters were removed from.
 * @param at where the first of them stands, as a person of that form says it
 */
export function hiddenRemoved(
  file: string,
  { count, first }: HiddenRemoved,
  at: string = readablePath(first.pointer),
): Notice {
  const [where, characters] = [displayName(at), first.characters.join(', ')]
  return {
    code: 'hidden-characters-removed',
    text: withValues(NOTICES_TEXTS.hiddenCharactersRemovedFrom, { count, where, characters }),
    file,
  }
}
