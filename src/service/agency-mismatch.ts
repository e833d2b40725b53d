import { agencyCode } from '../base/names.ts'
import { Refusal, type RefusalText } from '../bundle/refusal.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Manifest } from '../dossier/manifest.ts'

/** Refusals that only an upload can meet, by their published codes. */
export const UPLOAD_REFUSALS = {
  'agency-mismatch': {
    message: {
      vi: 'Bộ hồ sơ được gửi vào phần của cơ quan có mã {entry}, nhưng bảng kê (agency.code) ghi mã {found}.',
      en: 'The bundle was sent in for the agency with the code {entry}, but its manifest (agency.code) says {found}.',
    },
    remedy: {
      vi: 'Nếu gửi nhầm bộ hồ sơ, đề nghị gửi đúng bộ hồ sơ của cơ quan. Nếu mã trong bảng kê ghi nhầm, đề nghị sửa agency.code, nén lại và gửi lại. Nếu mã cơ quan đã thay đổi, đề nghị liên hệ đơn vị chủ trì để cập nhật.',
      en: "If this is the wrong bundle, send the agency's own. If the code in the manifest is a slip, correct agency.code, compress the bundle again and send it again. If the agency's code has changed, ask the lead unit to update it.",
    },
  },
} as const satisfies Record<string, RefusalText>

/** The refusal of a manifest that is not the agency's own; undefined for its own. */
export function agencyMismatch({ agency }: Pick<Manifest, 'agency'>, code: string): Refusal | undefined {
  if (agencyCode(agency.code) === agencyCode(code)) return undefined
  const met = { entry: code, found: agency.code }
  return new Refusal('agency-mismatch', UPLOAD_REFUSALS['agency-mismatch'], met)
}

/**
 * An agency may hand in its own dossier only.
 * @param code of the agency that the upload was granted to
 * @throws Refusal `agency-mismatch` when the dossier is another's
 */
export function requireAgency({ manifest, bundle }: Dossier, code: string): void {
  const mismatch = agencyMismatch(manifest, code)
  if (mismatch === undefined) return
  mismatch.sha256 = bundle.sha256
  throw mismatch
}
