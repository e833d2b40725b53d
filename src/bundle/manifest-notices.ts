import type { Localized } from '../base/localized.ts'
import type { Notice } from '../dossier/dossier.ts'
import { displayName } from './display.ts'

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
      vi: `Bảng kê ghi danh mục TTHC ở tệp "${displayName(file)}" nhưng bộ hồ sơ không có tệp này. Bổ sung tệp hoặc sửa catalogue.file.`,
      en: `The manifest names "${displayName(file)}" as the list of procedures, but the bundle has no such file. Add the file or correct catalogue.file.`,
    },
    file,
  }
}
