import type { Localized } from '../core/errors.ts'
import { readablePath } from '../core/json.ts'
import type { Notice } from '../dossier/dossier.ts'
import type { ContainerNotice } from './container.ts'
import { displayName } from './display.ts'
import type { HiddenRemoved } from './manifest/source-text.ts'
import { NOTICES_CONTAINER_NOTICES as CONTAINER_NOTICES } from './words.ts'

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
    text: {
      vi: `Bảng kê ghi tệp "${displayName(named)}" nhưng trong bộ hồ sơ là "${displayName(there)}" (khác chữ hoa, chữ thường), nên coi như không có. Sửa tên trong bảng kê cho đúng.`,
      en: `The manifest names the file "${displayName(named)}", but in the bundle it is "${displayName(there)}" (upper and lower case differ), so it counts as absent. Correct the name in the manifest.`,
    },
    file: named,
  }
}

/** A catalogue file that could not be used; `why` is a whole text in both languages. */
export function catalogueUnread(file: string, why: Localized): Notice {
  return {
    code: 'catalogue-unread',
    text: {
      vi: `Không đọc được danh mục TTHC trong tệp kèm theo. ${why.vi}`,
      en: `The list of procedures in the file could not be read. ${why.en}`,
    },
    file,
  }
}

/** A catalogue file that is named and not there. */
export function catalogueAbsent(file: string): Notice {
  return {
    code: 'catalogue-absent',
    text: {
      vi: `Bảng kê ghi danh mục TTHC ở tệp "${displayName(file)}" nhưng bộ hồ sơ không có tệp này. Bổ sung tệp hoặc sửa tên tệp danh mục trong bảng kê.`,
      en: `The manifest names "${displayName(file)}" as the list of procedures, but the bundle has no such file. Add the file or correct catalogue.file.`,
    },
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
    text: {
      vi: `Đã bỏ ký tự ẩn hoặc thay bằng dấu cách trong ${count} mục của bảng kê; mục đầu tiên: ${where} (${characters}). Kiểm tra lại các mục đó; nếu chữ bị dính hoặc sai, gõ lại.`,
      en: `Hidden characters were removed from ${count} texts of the manifest, or made a space; the first: ${where} (${characters}). Look over these texts and type them again where they came out wrong.`,
    },
    file,
  }
}
